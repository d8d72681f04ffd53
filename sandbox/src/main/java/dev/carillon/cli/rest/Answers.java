package dev.carillon.cli.rest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the command line reads of the API's answers; all other fields are passed over.
public final class Answers {
  private Answers() {}

  /// One page of a list, and where the next begins.
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Page<T>(List<T> items, @Nullable String next) {}

  /// The id of something that was made.
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Made(String id) {}

  /// A list import.
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Import(
      String id,
      String state,
      int rows,
      int imported,
      int unchanged,
      int updated,
      int duplicates,
      int rejected) {
    public boolean running() {
      return state.equals("RUNNING");
    }
  }

  /// A person.
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Contact(String id, String phoneNumber, @Nullable String name) {}

  /// A campaign with its counts.
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Campaign(
      String id, String name, @Nullable String purpose, String state, @Nullable Counts counts) {
    public boolean over() {
      return state.equals("COMPLETED") || state.equals("CANCELLED");
    }
  }

  /// How far a campaign is.
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Counts(
      int total, int waiting, int active, int done, @Nullable Map<String, Integer> byOutcome) {}

  /// One contact's path through a campaign.
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Journey(
      String contactId,
      String phoneNumber,
      @Nullable String name,
      String state,
      @Nullable String outcome,
      @Nullable List<Attempt> attempts,
      @Nullable String nextAttemptAt) {
    public List<Attempt> tries() {
      return attempts == null ? List.of() : attempts;
    }

    public String who() {
      return name == null || name.isBlank() ? phoneNumber : name;
    }
  }

  /// One try to reach somebody.
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Attempt(@Nullable String callId, @Nullable String disposition) {}

  /// One call.
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Call(
      String id,
      String state,
      @Nullable String phoneNumber,
      @Nullable String purpose,
      @Nullable String disposition,
      @Nullable String outcome,
      @Nullable String outcomeReason,
      @Nullable String notBefore,
      @Nullable String createdAt,
      @Nullable Double durationSeconds,
      @Nullable String summary) {
    public boolean over() {
      return state.equals("ENDED");
    }
  }

  /// What was said in a call, so far.
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Transcript(List<Line> items) {}

  /// One turn of a conversation.
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Line(String who, String text, boolean interrupted) {}
}
