package dev.carillon.api.web;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// What the routes need to know from outside.
///
/// @param linkKey `CARILLON_LINK_KEY`; without it cursors end with the process
@ConfigurationProperties("carillon.web")
record WebProperties(@Nullable String linkKey) {

  @Override
  public String toString() {
    return "WebProperties[linkKey=%s]".formatted(linkKey == null ? "none" : "set");
  }
}
