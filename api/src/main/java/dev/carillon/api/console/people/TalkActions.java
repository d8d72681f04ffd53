package dev.carillon.api.console.people;

import dev.carillon.api.calls.CallsController;
import dev.carillon.api.calls.TalksController;
import dev.carillon.api.console.calls.OrderForm;
import dev.carillon.api.console.page.Refusal;
import dev.carillon.api.console.page.Shell;
import dev.carillon.api.web.Tenant;
import dev.carillon.api.web.intake.SentForm;
import dev.carillon.api.web.intake.SentForms;
import dev.carillon.api.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Calls and texts to a contact, from their page.
@Controller
final class TalkActions {
  private final CallsController calls;
  private final TalksController talks;
  private final ContactPages pages;
  private final SentForms forms;

  TalkActions(CallsController calls, TalksController talks, ContactPages pages, SentForms forms) {
    this.calls = calls;
    this.talks = talks;
    this.pages = pages;
    this.forms = forms;
  }

  @PostMapping("/contacts/{id}/call")
  String call(
      Tenant tenant,
      @PathVariable UUID id,
      @RequestParam Map<String, String> given,
      @ModelAttribute(name = "shell", binding = false) Shell shell,
      Model model,
      HttpServletRequest sent,
      HttpServletResponse response) {
    try {
      var request = OrderForm.toContact(given, id, shell.clock().home());
      return forms.stored(
          tenant.id(),
          forms.read(sent),
          () -> "redirect:/calls/" + calls.order(tenant, request).id() + "?done=called");
    } catch (ProblemException refused) {
      Refusal.show(refused, model, response);
      model.addAttribute("given", given);
      return pages.contact(tenant, id, shell, model);
    }
  }

  @PostMapping("/contacts/{id}/messages")
  String text(
      Tenant tenant,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String text,
      @ModelAttribute(name = "shell", binding = false) Shell shell,
      Model model,
      HttpServletRequest sent,
      HttpServletResponse response) {
    var form = forms.read(sent);
    var back = "redirect:/contacts/" + id + "?done=";
    try {
      return forms.sent(
          tenant.id(), form, back + "text-underway", () -> back + send(tenant, id, text, form));
    } catch (ProblemException refused) {
      Refusal.show(refused, model, response);
      model.addAttribute("givenText", text);
      if (refused.problem().status() >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
        // It may have been sent after all: the same text of the same form is not sent again.
        model.addAttribute("textKey", form.key());
      }
      return pages.contact(tenant, id, shell, model);
    }
  }

  private String send(Tenant tenant, UUID id, String text, SentForm form) {
    var dedupeKey = "console/" + form.key() + "/" + form.hash();
    var sent = talks.send(tenant, id, new TalksController.TextRequest(text), dedupeKey);
    return sent.state().equals("UNKNOWN") ? "text-unclear" : "texted";
  }
}
