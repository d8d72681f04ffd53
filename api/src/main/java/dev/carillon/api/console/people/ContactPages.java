package dev.carillon.api.console.people;

import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.people.Contacts;
import dev.carillon.api.console.calls.Choices;
import dev.carillon.api.console.page.Shell;
import dev.carillon.api.web.Tenant;
import dev.carillon.api.web.problem.ProblemException;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Contacts, and one contact.
@Controller
final class ContactPages {
  private static final int LAST_PAGE = 20_000;

  private final ContactBook book;
  private final ContactStory story;
  private final Diary diary;
  private final Contacts contacts;
  private final Choices choices;
  private final TenantTransactions transactions;

  ContactPages(
      ContactBook book,
      ContactStory story,
      Diary diary,
      Contacts contacts,
      Choices choices,
      TenantTransactions transactions) {
    this.book = book;
    this.story = story;
    this.diary = diary;
    this.contacts = contacts;
    this.choices = choices;
    this.transactions = transactions;
  }

  @GetMapping("/contacts")
  String list(
      Tenant tenant,
      @RequestParam(defaultValue = "") String search,
      @RequestParam(defaultValue = "0") int page,
      @ModelAttribute(name = "shell", binding = false) Shell shell,
      Model model) {
    var wanted = search.replace("\0", "").strip();
    int at = Math.clamp(page, 0, LAST_PAGE);
    var rows = transactions.in(tenant.id(), () -> book.list(wanted, at, shell.clock()));
    model.addAttribute("contacts", rows.subList(0, Math.min(rows.size(), ContactBook.PAGE)));
    model.addAttribute("more", rows.size() > ContactBook.PAGE);
    model.addAttribute("page", at);
    model.addAttribute("search", wanted);
    return "console/contacts";
  }

  @GetMapping("/contacts/{id}")
  String contact(
      Tenant tenant,
      @PathVariable UUID id,
      @ModelAttribute(name = "shell", binding = false) Shell shell,
      Model model) {
    transactions.run(
        tenant.id(),
        () -> {
          var contact =
              story.find(id, shell.clock()).orElseThrow(() -> ProblemException.notFound("contact"));
          model.addAttribute("contact", contact);
          model.addAttribute("fields", contacts.find(id).orElseThrow());
          model.addAttribute("offer", choices.offer());
          model.addAttribute("appointments", diary.of(id, shell.clock()));
        });
    return "console/contact";
  }
}
