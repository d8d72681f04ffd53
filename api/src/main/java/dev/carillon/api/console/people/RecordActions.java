package dev.carillon.api.console.people;

import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.api.console.page.Refusal;
import dev.carillon.api.console.page.Shell;
import dev.carillon.api.people.ContactsController;
import dev.carillon.api.web.Tenant;
import dev.carillon.api.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.ObjectNode;

/// Changes to what is written down about a contact.
@Controller
final class RecordActions {
  private static final List<String> DETAILS =
      List.of("name", "email", "timeZone", "region", "postalCode", "language");

  private final ContactsController routes;
  private final ContactPages pages;
  private final Jsonb json;

  RecordActions(ContactsController routes, ContactPages pages, Jsonb json) {
    this.routes = routes;
    this.pages = pages;
    this.json = json;
  }

  @PostMapping("/contacts/{id}/details")
  String change(
      Tenant tenant,
      @PathVariable UUID id,
      @RequestParam Map<String, String> given,
      @ModelAttribute(name = "shell", binding = false) Shell shell,
      Model model,
      HttpServletResponse response) {
    var patch = json.mapper().createObjectNode();
    for (var name : DETAILS) {
      var text = given.getOrDefault(name, "").strip();
      patch.put(name, text.isEmpty() ? null : text);
    }
    return changed(tenant, id, patch, shell, model, response);
  }

  @PostMapping("/contacts/{id}/consents")
  String consent(
      Tenant tenant,
      @PathVariable UUID id,
      @RequestParam Map<String, String> given,
      @ModelAttribute(name = "shell", binding = false) Shell shell,
      Model model,
      HttpServletResponse response) {
    var patch = json.mapper().createObjectNode();
    try {
      patch
          .putArray("consents")
          .addObject()
          .put("kind", given.get("kind"))
          .put("channel", given.get("channel"))
          .put("source", given.getOrDefault("source", "").strip())
          .put("givenAt", since(given.getOrDefault("givenAt", ""), shell).toString());
    } catch (ProblemException refused) {
      Refusal.show(refused, model, response);
      return pages.contact(tenant, id, shell, model);
    }
    return changed(tenant, id, patch, shell, model, response);
  }

  @PostMapping("/contacts/{id}/remove")
  String remove(
      Tenant tenant,
      @PathVariable UUID id,
      @ModelAttribute(name = "shell", binding = false) Shell shell,
      Model model,
      HttpServletResponse response) {
    try {
      routes.remove(tenant, id);
      return "redirect:/contacts?done=removed";
    } catch (ProblemException refused) {
      if (refused.problem().status() != HttpStatus.CONFLICT.value()) {
        throw refused;
      }
      var busy =
          new Refusal(
              refused.problem().detail(),
              List.of(
                  "Cancel that first, or press “Don’t call again” to have this person left"
                      + " alone at once."));
      Refusal.show(busy, refused.problem().status(), model, response);
      return pages.contact(tenant, id, shell, model);
    }
  }

  private String changed(
      Tenant tenant,
      UUID id,
      ObjectNode patch,
      Shell shell,
      Model model,
      HttpServletResponse response) {
    try {
      var _ = routes.change(tenant, id, patch);
      return "redirect:/contacts/" + id + "?done=saved";
    } catch (ProblemException refused) {
      Refusal.show(refused, model, response);
      return pages.contact(tenant, id, shell, model);
    }
  }

  private static Instant since(String date, Shell shell) {
    try {
      return date.isBlank()
          ? shell.clock().now()
          : LocalDate.parse(date).atStartOfDay(shell.clock().home()).toInstant();
    } catch (DateTimeParseException _) {
      throw ProblemException.field("consents.givenAt", "INVALID", "Choose a day.");
    }
  }
}
