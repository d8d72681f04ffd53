package dev.carillon.activities.postgres.campaigns;

import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.Moments;
import dev.carillon.call.CallPurpose;
import dev.carillon.call.Disposition;
import dev.carillon.campaign.CampaignState;
import dev.carillon.campaign.RedialPolicy;
import dev.carillon.campaign.Step;
import dev.carillon.compliance.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/// Between a campaign's row and its record.
final class CampaignRows {
  private static final TypeReference<Map<Disposition, List<Duration>>> WAITS =
      new TypeReference<>() {};
  private static final TypeReference<List<Step>> STEPS = new TypeReference<>() {};

  private final Jsonb json;

  CampaignRows(Jsonb json) {
    this.json = json;
  }

  Campaign read(ResultSet row) throws SQLException {
    return new Campaign(
        row.getObject("id", UUID.class),
        row.getObject("tenant_id", UUID.class),
        row.getObject("account_id", UUID.class),
        plan(row),
        CampaignState.valueOf(row.getString("state")),
        row.getObject("parent_campaign_id", UUID.class),
        row.getObject("schedule_id", UUID.class),
        Moments.read(row, "created_at"),
        Moments.readOrNull(row, "started_at"),
        Moments.readOrNull(row, "ended_at"));
  }

  private CampaignPlan plan(ResultSet row) throws SQLException {
    var steps = row.getString("steps");
    return new CampaignPlan(
        row.getString("name"),
        CallPurpose.named(row.getString("purpose")).orElseThrow(),
        row.getString("objective"),
        row.getObject("agent_id", UUID.class),
        row.getInt("max_attempts"),
        new RedialPolicy(json.read(row.getString("redial"), WAITS)),
        json.readOrNull(row.getString("call_window"), Window.class),
        Moments.readOrNull(row, "start_at"),
        Moments.readOrNull(row, "end_at"),
        row.getBigDecimal("calls_per_second").stripTrailingZeros(),
        row.getInt("concurrency"),
        row.getString("budget"),
        row.getString("sms_fallback"),
        steps == null ? null : json.read(steps, STEPS));
  }

  String redial(RedialPolicy policy) {
    return json.write(policy.waits());
  }

  @Nullable String window(@Nullable Window window) {
    return json.writeOrNull(window);
  }

  /// A bare list would lose its elements' types.
  @Nullable String steps(@Nullable List<Step> steps) {
    return steps == null
        ? null
        : json.mapper().writerFor(json.mapper().constructType(STEPS)).writeValueAsString(steps);
  }
}
