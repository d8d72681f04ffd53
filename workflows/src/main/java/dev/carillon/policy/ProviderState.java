package dev.carillon.policy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// How an outside system is at the moment.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ProviderState.Ready.class, name = "ready"),
  @JsonSubTypes.Type(value = ProviderState.ReadOnly.class, name = "readOnly"),
  @JsonSubTypes.Type(value = ProviderState.Off.class, name = "off"),
  @JsonSubTypes.Type(value = ProviderState.Failing.class, name = "failing")
})
public sealed interface ProviderState {

  record Ready() implements ProviderState {}

  /// It answers, but does not let us write.
  record ReadOnly() implements ProviderState {}

  /// Not configured.
  record Off() implements ProviderState {}

  /// Configured, but not of use now.
  ///
  /// @param code the provider's error code or HTTP status
  record Failing(ProviderFailure.Kind kind, String code) implements ProviderState {}
}
