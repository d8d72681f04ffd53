package dev.carillon.api.console.calls;

import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.api.console.page.ConsoleProperties;
import dev.carillon.api.console.page.Shell;
import dev.carillon.api.recordings.RecordingsController;
import dev.carillon.api.web.Tenant;
import dev.carillon.api.web.problem.ProblemException;
import dev.carillon.policy.WorkflowIds;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The list of calls, and one call.
@Controller
final class CallPages {
  private static final int LAST_PAGE = 20_000;

  private final CallBoard board;
  private final CallStory story;
  private final Choices choices;
  private final RecordingsController recordings;
  private final TenantTransactions transactions;
  private final ConsoleProperties properties;

  CallPages(
      CallBoard board,
      CallStory story,
      Choices choices,
      RecordingsController recordings,
      TenantTransactions transactions,
      ConsoleProperties properties) {
    this.board = board;
    this.story = story;
    this.choices = choices;
    this.recordings = recordings;
    this.transactions = transactions;
    this.properties = properties;
  }

  @GetMapping("/calls")
  String list(
      Tenant tenant,
      @RequestParam(required = false) @Nullable String show,
      @RequestParam(defaultValue = "0") int page,
      @ModelAttribute(name = "shell", binding = false) Shell shell,
      Model model) {
    int at = Math.clamp(page, 0, LAST_PAGE);
    var rows =
        transactions.in(
            tenant.id(),
            () -> {
              model.addAttribute("offer", choices.offer());
              return board.list(show, at, shell.clock());
            });
    model.addAttribute("calls", rows.subList(0, Math.min(rows.size(), CallBoard.PAGE)));
    model.addAttribute("more", rows.size() > CallBoard.PAGE);
    model.addAttribute("page", at);
    model.addAttribute("show", show == null ? "" : show);
    return "console/calls";
  }

  @GetMapping("/calls/{id}")
  String call(
      Tenant tenant,
      @PathVariable UUID id,
      @ModelAttribute(name = "shell", binding = false) Shell shell,
      Model model) {
    var call =
        transactions
            .in(tenant.id(), () -> story.find(id, shell.clock()))
            .orElseThrow(() -> ProblemException.notFound("call"));
    model.addAttribute("call", call);
    model.addAttribute("recording", recording(tenant, id));
    model.addAttribute("workflow", properties.workflow(WorkflowIds.call(id)));
    return "console/call";
  }

  /// The signed link without its host, which is where the page is.
  private @Nullable String recording(Tenant tenant, UUID id) {
    try {
      var link = URI.create(recordings.link(tenant, id).url());
      return link.getRawPath() + "?" + link.getRawQuery();
    } catch (ProblemException _) {
      return null;
    }
  }
}
