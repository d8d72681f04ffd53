package dev.carillon.api.console.settings;

import dev.carillon.api.console.page.Refusal;
import dev.carillon.api.settings.BusinessController;
import dev.carillon.api.web.Tenant;
import dev.carillon.api.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The profile of the business.
@Controller
final class BusinessPages {
  private static final List<String> ZONES =
      ZoneId.getAvailableZoneIds().stream()
          .filter(zone -> zone.startsWith("America/") || zone.startsWith("Pacific/"))
          .sorted()
          .toList();

  private final BusinessController routes;

  BusinessPages(BusinessController routes) {
    this.routes = routes;
  }

  @GetMapping("/business")
  String form(Tenant tenant, Model model) {
    model.addAttribute("form", BusinessForm.of(routes.get(tenant)));
    model.addAttribute("zones", ZONES);
    return "console/business";
  }

  @PostMapping("/business")
  String save(
      Tenant tenant,
      @RequestParam Map<String, String> given,
      Model model,
      HttpServletResponse response) {
    try {
      routes.put(tenant, BusinessForm.read(given, BusinessForm.of(routes.get(tenant))));
      return "redirect:/business?done=saved";
    } catch (ProblemException refused) {
      Refusal.show(refused, model, response);
      model.addAttribute("given", given);
      return form(tenant, model);
    }
  }
}
