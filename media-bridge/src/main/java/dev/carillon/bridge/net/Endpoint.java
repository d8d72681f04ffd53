package dev.carillon.bridge.net;

import java.net.URI;

/// Addresses below one that an operator configured.
public final class Endpoint {
  private Endpoint() {}

  /// `path` below `base`, whether that ends with a slash or not.
  public static URI under(URI base, String path) {
    return URI.create(base.toString().replaceFirst("/$", "") + path);
  }
}
