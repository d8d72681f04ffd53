package dev.carillon.api.console.calls;

import dev.carillon.api.calls.CallsController;
import dev.carillon.api.console.page.Refusal;
import dev.carillon.api.console.page.Shell;
import dev.carillon.api.listening.ListeningController;
import dev.carillon.api.web.Tenant;
import dev.carillon.api.web.intake.SentForms;
import dev.carillon.api.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Calls ordered by number, and calls ended.
@Controller
final class CallActions {
  private final CallsController routes;
  private final ListeningController live;
  private final CallPages pages;
  private final SentForms forms;

  CallActions(CallsController routes, ListeningController live, CallPages pages, SentForms forms) {
    this.routes = routes;
    this.live = live;
    this.pages = pages;
    this.forms = forms;
  }

  @PostMapping("/calls")
  String order(
      Tenant tenant,
      @RequestParam Map<String, String> given,
      @ModelAttribute(name = "shell", binding = false) Shell shell,
      Model model,
      HttpServletRequest sent,
      HttpServletResponse response) {
    try {
      var request = OrderForm.toNumber(given, shell.clock().home());
      return forms.stored(
          tenant.id(),
          forms.read(sent),
          () -> "redirect:/calls/" + routes.order(tenant, request).id() + "?done=called");
    } catch (ProblemException refused) {
      Refusal.show(refused, model, response);
      model.addAttribute("given", given);
      return pages.list(tenant, null, 0, shell, model);
    }
  }

  @PostMapping("/calls/{id}/say")
  String say(
      Tenant tenant,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String text,
      @RequestParam(defaultValue = "true") boolean exact,
      @ModelAttribute(name = "shell", binding = false) Shell shell,
      Model model,
      HttpServletRequest sent,
      HttpServletResponse response) {
    try {
      var form = forms.read(sent);
      return forms.sent(
          tenant.id(),
          form,
          "redirect:/calls/" + id,
          () -> {
            var words = new ListeningController.Words(text, exact);
            var _ = live.say(tenant, id, words, form.key().toString(), "operator");
            return "redirect:/calls/" + id + "?done=said";
          });
    } catch (ProblemException refused) {
      Refusal.show(refused, model, response);
      model.addAttribute("unsaid", text);
      return pages.call(tenant, id, shell, model);
    }
  }

  @PostMapping("/calls/{id}/recording/{what}")
  String recording(
      Tenant tenant,
      @PathVariable UUID id,
      @PathVariable String what,
      @ModelAttribute(name = "shell", binding = false) Shell shell,
      Model model,
      HttpServletResponse response) {
    try {
      var _ = what.equals("pause") ? live.pause(tenant, id) : live.resume(tenant, id);
      return "redirect:/calls/" + id + (what.equals("pause") ? "?done=hushed" : "?done=recording");
    } catch (ProblemException refused) {
      Refusal.show(refused, model, response);
      return pages.call(tenant, id, shell, model);
    }
  }

  @PostMapping("/calls/{id}/cancel")
  String cancel(
      Tenant tenant,
      @PathVariable UUID id,
      @ModelAttribute(name = "shell", binding = false) Shell shell,
      Model model,
      HttpServletResponse response) {
    try {
      var _ = routes.cancel(tenant, id);
      return "redirect:/calls/" + id + "?done=hangup";
    } catch (ProblemException refused) {
      if (refused.problem().status() == HttpStatus.CONFLICT.value()) {
        var late =
            new Refusal("The call was over already.", List.of("This page shows what came of it."));
        Refusal.show(late, refused.problem().status(), model, response);
      } else {
        Refusal.show(refused, model, response);
      }
      return pages.call(tenant, id, shell, model);
    }
  }
}
