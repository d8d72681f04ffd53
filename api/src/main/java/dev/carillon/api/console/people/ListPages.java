package dev.carillon.api.console.people;

import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.imports.ContactImports;
import dev.carillon.api.console.page.Refusal;
import dev.carillon.api.console.page.Shell;
import dev.carillon.api.people.ImportsController;
import dev.carillon.api.web.Tenant;
import dev.carillon.api.web.intake.Upload;
import dev.carillon.api.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestHeader;

/// A new campaign begins with a list of people: hand it in, look at what came of it.
@Controller
final class ListPages {
  private final ImportsController routes;
  private final ContactImports imports;
  private final ImportResults results;
  private final TenantTransactions transactions;

  ListPages(
      ImportsController routes,
      ContactImports imports,
      ImportResults results,
      TenantTransactions transactions) {
    this.routes = routes;
    this.imports = imports;
    this.results = results;
    this.transactions = transactions;
  }

  @GetMapping("/campaigns/new")
  String upload(
      Tenant tenant, @ModelAttribute(name = "shell", binding = false) Shell shell, Model model) {
    transactions.run(
        tenant.id(),
        () -> {
          model.addAttribute("lists", results.latest(shell.clock()));
          model.addAttribute("known", results.contacts());
        });
    return "console/upload";
  }

  @PostMapping(path = "/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  String take(
      Tenant tenant,
      @RequestAttribute(Upload.ATTRIBUTE) Upload upload,
      @RequestHeader("Content-Type") String type,
      @ModelAttribute(name = "shell", binding = false) Shell shell,
      Model model,
      HttpServletResponse response)
      throws IOException {
    try {
      return "redirect:/imports/" + routes.form(tenant, upload, type).id();
    } catch (ProblemException refused) {
      Refusal.show(refused, model, response);
      return upload(tenant, shell, model);
    }
  }

  @GetMapping("/imports/{id}")
  String result(Tenant tenant, @PathVariable UUID id, Model model) {
    transactions.run(
        tenant.id(),
        () -> {
          var taken = imports.find(id).orElseThrow(() -> ProblemException.notFound("import"));
          model.addAttribute("list", taken);
          model.addAttribute("rejects", results.rejects(id));
          model.addAttribute("people", results.people(id));
        });
    return "console/import";
  }
}
