package dev.carillon.api.console.people;

import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.people.Contact;
import dev.carillon.activities.postgres.people.ContactFields;
import dev.carillon.activities.postgres.people.Contacts;
import dev.carillon.api.console.page.Refusal;
import dev.carillon.api.console.page.Shell;
import dev.carillon.api.people.AppointmentFields;
import dev.carillon.api.people.AppointmentsController;
import dev.carillon.api.people.ContactsController;
import dev.carillon.api.people.SuppressionsController;
import dev.carillon.api.web.Tenant;
import dev.carillon.api.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What can be done with a contact; each is a form of a page.
@Controller
final class ContactActions {
  private final ContactsController contacts;
  private final SuppressionsController suppressions;
  private final AppointmentsController appointments;
  private final Contacts book;
  private final ContactPages pages;
  private final TenantTransactions transactions;
  private final Jsonb json;

  ContactActions(
      ContactsController contacts,
      SuppressionsController suppressions,
      AppointmentsController appointments,
      Contacts book,
      ContactPages pages,
      TenantTransactions transactions,
      Jsonb json) {
    this.contacts = contacts;
    this.suppressions = suppressions;
    this.appointments = appointments;
    this.book = book;
    this.pages = pages;
    this.transactions = transactions;
    this.json = json;
  }

  @PostMapping("/contacts")
  String add(
      Tenant tenant,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String phoneNumber,
      @ModelAttribute(name = "shell", binding = false) Shell shell,
      Model model,
      HttpServletResponse response) {
    var fields =
        new ContactFields(
            phoneNumber,
            name.isBlank() ? null : name.strip(),
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    try {
      var made = Objects.requireNonNull(contacts.add(tenant, fields).getBody());
      return "redirect:/contacts/" + made.id() + "?done=saved";
    } catch (ProblemException refused) {
      Refusal.show(refused, model, response);
      model.addAttribute("givenName", name);
      model.addAttribute("givenNumber", phoneNumber);
      return pages.list(tenant, "", 0, shell, model);
    }
  }

  @PostMapping("/contacts/{id}/suppress")
  String suppress(Tenant tenant, @PathVariable UUID id) {
    var contact = found(tenant, id);
    var wish =
        json.mapper()
            .createObjectNode()
            .put("phoneNumber", contact.phoneNumber())
            .put("source", "CONSOLE");
    suppressions.add(tenant, wish);
    return "redirect:/contacts/" + id + "?done=suppressed";
  }

  @PostMapping("/contacts/{id}/release")
  String release(Tenant tenant, @PathVariable UUID id) {
    suppressions.removeOf(tenant, found(tenant, id).phoneNumber(), null);
    return "redirect:/contacts/" + id + "?done=lifted";
  }

  @PostMapping("/contacts/{id}/appointments")
  String book(
      Tenant tenant,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String startsAt,
      @RequestParam(defaultValue = "60") int minutes,
      @RequestParam(defaultValue = "") String service,
      @ModelAttribute(name = "shell", binding = false) Shell shell,
      Model model,
      HttpServletResponse response) {
    try {
      var begins = moment(startsAt, shell);
      appointments.book(
          tenant,
          new AppointmentFields(
              id, begins, minutes, service.isBlank() ? null : service, null, null, null, null));
      return "redirect:/contacts/" + id + "?done=booked";
    } catch (ProblemException refused) {
      Refusal.show(refused, model, response);
      return pages.contact(tenant, id, shell, model);
    }
  }

  private static Instant moment(String text, Shell shell) {
    try {
      return LocalDateTime.parse(text).atZone(shell.clock().home()).toInstant();
    } catch (DateTimeParseException _) {
      throw ProblemException.field("startsAt", "INVALID", "Choose a day and a time.");
    }
  }

  private Contact found(Tenant tenant, UUID id) {
    return transactions
        .in(tenant.id(), () -> book.find(id))
        .orElseThrow(() -> ProblemException.notFound("contact"));
  }
}
