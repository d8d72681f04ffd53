package dev.carillon.api.console.people;

import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.Moments;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.api.console.page.Refusal;
import dev.carillon.api.console.page.Shell;
import dev.carillon.api.console.words.Clock;
import dev.carillon.api.console.words.PhoneText;
import dev.carillon.api.console.words.Words;
import dev.carillon.api.people.SuppressionsController;
import dev.carillon.api.web.Tenant;
import dev.carillon.api.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who is not to be called.
@Controller
final class SuppressionPages {
  private static final int SHOWN = 500;

  private final JdbcClient jdbc;
  private final SuppressionsController routes;
  private final TenantTransactions transactions;
  private final Jsonb json;

  SuppressionPages(
      JdbcClient jdbc, SuppressionsController routes, TenantTransactions transactions, Jsonb json) {
    this.jdbc = jdbc;
    this.routes = routes;
    this.transactions = transactions;
    this.json = json;
  }

  @GetMapping("/suppressions")
  String list(
      Tenant tenant, @ModelAttribute(name = "shell", binding = false) Shell shell, Model model) {
    model.addAttribute("numbers", transactions.in(tenant.id(), () -> numbers(shell.clock())));
    return "console/suppressions";
  }

  @PostMapping("/suppressions")
  String add(
      Tenant tenant,
      @RequestParam(defaultValue = "") String phoneNumber,
      @RequestParam(defaultValue = "ALL") String scope,
      @RequestParam(defaultValue = "") String reason,
      @ModelAttribute(name = "shell", binding = false) Shell shell,
      Model model,
      HttpServletResponse response) {
    var wish =
        json.mapper()
            .createObjectNode()
            .put("phoneNumber", phoneNumber)
            .put("scope", scope)
            .put("source", "CONSOLE");
    if (!reason.isBlank()) {
      wish.put("reason", reason.strip());
    }
    try {
      routes.add(tenant, wish);
      return "redirect:/suppressions?done=suppressed";
    } catch (ProblemException refused) {
      Refusal.show(refused, model, response);
      model.addAttribute("givenNumber", phoneNumber);
      model.addAttribute("givenReason", reason);
      return list(tenant, shell, model);
    }
  }

  @PostMapping("/suppressions/{id}/remove")
  String remove(Tenant tenant, @PathVariable UUID id) {
    routes.remove(tenant, id);
    return "redirect:/suppressions?done=lifted";
  }

  private List<Item> numbers(Clock clock) {
    return jdbc.sql(
            """
            select s.*, c.id as contact_id, c.name from suppression s
              left join contact c on c.phone_number = s.phone_number and c.deleted_at is null
            order by s.created_at desc, s.id desc limit :shown
            """)
        .param("shown", SHOWN)
        .query((row, _) -> item(row, clock))
        .list();
  }

  private static Item item(ResultSet row, Clock clock) throws SQLException {
    var scope =
        switch (row.getString("scope")) {
          case "VOICE" -> "No calls";
          case "SMS" -> "No texts";
          default -> "No calls, no texts";
        };
    var reason = row.getString("reason");
    boolean asked = row.getBoolean("by_the_person");
    return new Item(
        row.getObject("id", UUID.class),
        row.getObject("contact_id", UUID.class),
        row.getString("name"),
        PhoneText.of(row.getString("phone_number")),
        scope,
        asked ? "They asked for it" : reason == null ? "Added by you" : reason,
        Words.capital(clock.ago(Moments.read(row, "created_at"))));
  }

  /// One number.
  record Item(
      UUID id,
      @Nullable UUID contactId,
      @Nullable String name,
      String number,
      String scope,
      String why,
      String since) {}
}
