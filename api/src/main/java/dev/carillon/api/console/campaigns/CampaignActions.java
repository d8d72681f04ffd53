package dev.carillon.api.console.campaigns;

import dev.carillon.api.campaigns.CampaignCommands;
import dev.carillon.api.campaigns.CampaignsController;
import dev.carillon.api.console.page.Refusal;
import dev.carillon.api.console.page.Shell;
import dev.carillon.api.web.Tenant;
import dev.carillon.api.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What can be done with a campaign; each is a button of its page.
@Controller
final class CampaignActions {
  private final CampaignsController campaigns;
  private final CampaignCommands commands;
  private final CampaignPages pages;

  CampaignActions(CampaignsController campaigns, CampaignCommands commands, CampaignPages pages) {
    this.campaigns = campaigns;
    this.commands = commands;
    this.pages = pages;
  }

  @PostMapping("/campaigns/{id}/{command:start|pause|resume|cancel}")
  String command(
      Tenant tenant,
      @PathVariable UUID id,
      @PathVariable String command,
      @ModelAttribute(name = "shell", binding = false) Shell shell,
      Model model,
      HttpServletResponse response) {
    return done(
        tenant,
        id,
        () -> {
          var _ =
              switch (command) {
                case "start" -> commands.start(tenant, id);
                case "pause" -> commands.pause(tenant, id);
                case "resume" -> commands.resume(tenant, id);
                default -> commands.cancel(tenant, id);
              };
          return "redirect:/campaigns/" + id + "?done=" + command;
        },
        shell,
        model,
        response);
  }

  @PostMapping("/campaigns/{id}/clone")
  String copy(
      Tenant tenant,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String name,
      @ModelAttribute(name = "shell", binding = false) Shell shell,
      Model model,
      HttpServletResponse response) {
    return done(
        tenant,
        id,
        () -> made(campaigns.copy(tenant, id, new CampaignsController.Again(name, null)).id()),
        shell,
        model,
        response);
  }

  @PostMapping("/campaigns/{id}/redial")
  String redial(
      Tenant tenant,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(name = "outcome", required = false) @Nullable List<String> outcomes,
      @ModelAttribute(name = "shell", binding = false) Shell shell,
      Model model,
      HttpServletResponse response) {
    try {
      if (outcomes == null || outcomes.isEmpty()) {
        throw ProblemException.field("", "REQUIRED", "Choose at least one result.");
      }
      var again = new CampaignsController.Again(name, new ArrayList<@Nullable String>(outcomes));
      return made(campaigns.redial(tenant, id, again).id());
    } catch (ProblemException refused) {
      Refusal.show(refused, model, response);
      return pages.again(tenant, id, shell, model);
    }
  }

  private static String made(UUID id) {
    return "redirect:/campaigns/" + id + "?done=created";
  }

  private String done(
      Tenant tenant,
      UUID id,
      Supplier<String> action,
      Shell shell,
      Model model,
      HttpServletResponse response) {
    try {
      return action.get();
    } catch (ProblemException refused) {
      var problem = refused.problem();
      if (problem.status() == HttpStatus.CONFLICT.value()) {
        var late =
            new Refusal(
                "That is not possible any more.",
                List.of("The campaign has changed meanwhile. This page shows how it stands now."));
        Refusal.show(late, problem.status(), model, response);
      } else {
        Refusal.show(refused, model, response);
      }
      return pages.campaign(tenant, id, null, 0, shell, model);
    }
  }
}
