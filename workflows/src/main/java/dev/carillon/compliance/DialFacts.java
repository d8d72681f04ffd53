package dev.carillon.compliance;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that a decision needs to know besides the number and the hour.
///
/// @param campaign null for a call that belongs to none
/// @param suppressions scopes of the opt-outs and blocks that are in force for the number
/// @param liveCall whether another call to the number (not the one that is decided) is reserved, on
///   its way or talking
public record DialFacts(
    Guard guard,
    Contact contact,
    @Nullable Campaign campaign,
    List<Channel> suppressions,
    boolean liveCall) {

  public DialFacts {
    suppressions = List.copyOf(suppressions);
  }

  /// What keeps a trial run from calling strangers.
  ///
  /// @param live whether the operator said `CARILLON_LIVE=yes`
  public record Guard(boolean carrierOnLoopback, boolean live, AllowedNumbers allowed) {}

  /// What the person told us.
  ///
  /// @param statedZone where the person said to be
  /// @param region ISO 3166 country or part of one, such as `US` or `US-FL`
  /// @param postalCode of the person's address
  public record Contact(
      List<Consent> consents,
      @Nullable ZoneId statedZone,
      @Nullable String region,
      @Nullable String postalCode) {

    public Contact {
      consents = List.copyOf(consents);
    }
  }

  /// The campaign's own limits.
  ///
  /// @param attempts those of this contact that count so far, without the one that is decided
  /// @param window narrower hours than the law's, in the contact's zones
  /// @param budget null when it may cost what it costs
  public record Campaign(
      int attempts,
      int maxAttempts,
      @Nullable Window window,
      @Nullable Instant endAt,
      @Nullable Budget budget) {}

  /// What a campaign may cost, in dollars.
  ///
  /// @param used by calls that are over, and at most by those that are not, without the one that is
  ///   decided
  /// @param mostOfOne what one call may cost at most; null when nobody knows what a minute costs
  public record Budget(BigDecimal limit, BigDecimal used, @Nullable BigDecimal mostOfOne) {}
}
