package dev.carillon.api.web.door;

import java.util.Set;
import java.util.regex.Pattern;

/// Parts of the address space that are guarded differently.
enum Area {
  /// Signed by the providers, each in its own way.
  WEBHOOKS,
  /// Answers everybody who may reach the server at all.
  OPEN,
  /// Has a token of its own.
  INTERNAL,
  /// Asked by Temporal's web UI, a page of another origin.
  CODEC,
  /// Everything else.
  INSIDE;

  private static final Set<String> OPEN_PATHS = Set.of("/health", "/login", "/favicon.ico");
  private static final Pattern AMBIGUOUS = Pattern.compile("\\.\\.|//|[;%\\\\]");

  /// @param path as it was sent; one that a server might read in two ways is inside
  static Area of(String path) {
    if (AMBIGUOUS.matcher(path).find()) {
      return INSIDE;
    }
    if (path.startsWith("/webhooks/")) {
      return WEBHOOKS;
    }
    if (path.startsWith("/internal/")) {
      return INTERNAL;
    }
    if (path.startsWith("/codec/")) {
      return CODEC;
    }
    return OPEN_PATHS.contains(path) || isAssetOrSignedLink(path) ? OPEN : INSIDE;
  }

  /// A link to one recording carries its own signature and end.
  private static boolean isAssetOrSignedLink(String path) {
    return path.startsWith("/assets/") || path.startsWith("/recordings/");
  }

  boolean needsToken() {
    return this == INSIDE;
  }

  boolean forBrowsers() {
    return this == INSIDE || this == OPEN;
  }
}
