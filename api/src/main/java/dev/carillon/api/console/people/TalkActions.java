package dev.carillon.api.console.people;

import dev.carillon.api.calls.CallsController;
import dev.carillon.api.calls.TalksController;
import dev.carillon.api.console.calls.OrderForm;
import dev.carillon.api.console.page.Refusal;
import dev.carillon.api.console.page.Shell;
import dev.carillon.api.web.Tenant;
import dev.carillon.api.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
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

  TalkActions(CallsController calls, TalksController talks, ContactPages pages) {
    this.calls = calls;
    this.talks = talks;
    this.pages = pages;
  }

  @PostMapping("/contacts/{id}/call")
  String call(
      Tenant tenant,
      @PathVariable UUID id,
      @RequestParam Map<String, String> given,
      @ModelAttribute(name = "shell", binding = false) Shell shell,
      Model model,
      HttpServletResponse response) {
    try {
      var request = OrderForm.toContact(given, id, shell.clock().home());
      return "redirect:/calls/" + calls.order(tenant, request).id() + "?done=called";
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
      HttpServletResponse response) {
    try {
      var sent = talks.send(tenant, id, new TalksController.TextRequest(text));
      var done = sent.state().equals("UNKNOWN") ? "text-unclear" : "texted";
      return "redirect:/contacts/" + id + "?done=" + done;
    } catch (ProblemException refused) {
      Refusal.show(refused, model, response);
      model.addAttribute("givenText", text);
      return pages.contact(tenant, id, shell, model);
    }
  }
}
