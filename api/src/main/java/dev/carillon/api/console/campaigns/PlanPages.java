package dev.carillon.api.console.campaigns;

import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.api.campaigns.CampaignsController;
import dev.carillon.api.console.calls.Choices;
import dev.carillon.api.console.page.Refusal;
import dev.carillon.api.console.page.Shell;
import dev.carillon.api.web.Tenant;
import dev.carillon.api.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A new campaign: what is said to the people that were chosen, and how hard they are tried.
@Controller
final class PlanPages {
  private static final List<String> WEEK = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

  private final CampaignsController routes;
  private final Choices choices;
  private final JdbcClient jdbc;
  private final TenantTransactions transactions;

  PlanPages(
      CampaignsController routes,
      Choices choices,
      JdbcClient jdbc,
      TenantTransactions transactions) {
    this.routes = routes;
    this.choices = choices;
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @GetMapping("/campaigns/plan")
  String plan(
      Tenant tenant,
      @RequestParam MultiValueMap<String, String> given,
      @ModelAttribute(name = "shell", binding = false) Shell shell,
      Model model) {
    var form = new LinkedMultiValueMap<String, String>();
    CampaignForm.USUAL.forEach(form::add);
    form.put("day", WEEK);
    var chosen = ChosenPeople.of(given);
    form.set("name", suggestion(transactions.in(tenant.id(), () -> chosen.group(jdbc)), shell));
    show(tenant, chosen, form, model);
    return "console/plan";
  }

  @PostMapping("/campaigns")
  String create(
      Tenant tenant,
      @RequestParam MultiValueMap<String, String> given,
      @ModelAttribute(name = "shell", binding = false) Shell shell,
      Model model,
      HttpServletResponse response) {
    var chosen = ChosenPeople.of(given);
    try {
      var contacts = transactions.in(tenant.id(), () -> chosen.contacts(jdbc));
      var fields = CampaignForm.read(given, shell.clock().home(), contacts, chosen.importId());
      return "redirect:/campaigns/" + routes.create(tenant, fields).id() + "?done=created";
    } catch (ProblemException refused) {
      Refusal.show(refused, model, response);
      show(tenant, chosen, given, model);
      return "console/plan";
    }
  }

  private void show(
      Tenant tenant, ChosenPeople chosen, MultiValueMap<String, String> form, Model model) {
    transactions.run(
        tenant.id(),
        () -> {
          model.addAttribute("chosen", chosen);
          model.addAttribute("group", chosen.group(jdbc));
          model.addAttribute("form", form.toSingleValueMap());
          model.addAttribute("days", form.getOrDefault("day", List.of()));
          model.addAttribute("week", WEEK);
          model.addAttribute("offer", choices.offer());
        });
  }

  private static String suggestion(ChosenPeople.Group group, Shell shell) {
    var name = group.name().replaceAll("\\.[A-Za-z]{2,4}$", "").replace('_', ' ').strip();
    return (name.isEmpty() ? "Campaign" : name) + ", " + shell.clock().date();
  }
}
