package dev.carillon.api.console.people;

import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.api.console.page.Shell;
import dev.carillon.api.people.AppointmentsController;
import dev.carillon.api.web.Tenant;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The diary.
@Controller
final class AppointmentPages {
  private final Diary diary;
  private final AppointmentsController routes;
  private final TenantTransactions transactions;

  AppointmentPages(Diary diary, AppointmentsController routes, TenantTransactions transactions) {
    this.diary = diary;
    this.routes = routes;
    this.transactions = transactions;
  }

  @GetMapping("/appointments")
  String list(
      Tenant tenant,
      @RequestParam(defaultValue = "") String show,
      @ModelAttribute(name = "shell", binding = false) Shell shell,
      Model model) {
    boolean past = show.equals("past");
    var days =
        transactions.in(
            tenant.id(), () -> past ? diary.past(shell.clock()) : diary.coming(shell.clock()));
    model.addAttribute("days", days);
    model.addAttribute("past", past);
    return "console/appointments";
  }

  @PostMapping("/appointments/{id}/cancel")
  String cancel(Tenant tenant, @PathVariable UUID id) {
    routes.cancel(tenant, id);
    return "redirect:/appointments?done=called-off";
  }
}
