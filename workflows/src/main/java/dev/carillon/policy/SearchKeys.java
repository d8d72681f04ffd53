package dev.carillon.policy;

import io.temporal.common.SearchAttributeKey;
import java.util.List;

/// Search attributes: ids and states only, since they are never encrypted.
public final class SearchKeys {
  public static final SearchAttributeKey<String> TENANT_ID =
      SearchAttributeKey.forKeyword("TenantId");
  public static final SearchAttributeKey<String> CAMPAIGN_ID =
      SearchAttributeKey.forKeyword("CampaignId");
  public static final SearchAttributeKey<String> CALL_PURPOSE =
      SearchAttributeKey.forKeyword("CallPurpose");
  public static final SearchAttributeKey<String> CALL_STATE =
      SearchAttributeKey.forKeyword("CallState");
  public static final SearchAttributeKey<String> CALL_DISPOSITION =
      SearchAttributeKey.forKeyword("CallDisposition");
  public static final SearchAttributeKey<String> JOURNEY_OUTCOME =
      SearchAttributeKey.forKeyword("JourneyOutcome");
  public static final SearchAttributeKey<Long> ATTEMPT_NO = SearchAttributeKey.forLong("AttemptNo");

  /// All of them, for the registration at each worker's start.
  public static final List<SearchAttributeKey<?>> ALL =
      List.of(
          TENANT_ID,
          CAMPAIGN_ID,
          CALL_PURPOSE,
          CALL_STATE,
          CALL_DISPOSITION,
          JOURNEY_OUTCOME,
          ATTEMPT_NO);

  private SearchKeys() {}
}
