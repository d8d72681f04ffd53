package dev.carillon.signature;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The ways in which a carrier may have written an address before it signed it. Only the port
/// varies: everything else is kept byte for byte, so no encoding is lost on the way.
final class SignedAddress {
  private static final Pattern PARTS = Pattern.compile("([a-z]+)://([^/?]*?)(:\\d+)?([/?].*)?");
  private static final Map<String, String> DEFAULT_PORTS =
      Map.of("https", ":443", "wss", ":443", "http", ":80", "ws", ":80");
  private static final Map<String, String> STREAM_TWINS = Map.of("wss", "https", "ws", "http");

  private SignedAddress() {}

  /// As it is, without a port, and with the default one; never with a fragment.
  static Set<String> variants(String url) {
    int fragment = url.indexOf('#');
    String address = fragment < 0 ? url : url.substring(0, fragment);
    var variants = new LinkedHashSet<String>();
    variants.add(address);
    Matcher parts = PARTS.matcher(address);
    if (parts.matches()) {
      String scheme = parts.group(1);
      String start = scheme + "://" + parts.group(2);
      String rest = parts.group(4) == null ? "" : parts.group(4);
      variants.add(start + rest);
      variants.add(start + DEFAULT_PORTS.getOrDefault(scheme, "") + rest);
    }
    return variants;
  }

  /// The same for a stream, whose address may have been signed under the scheme of its upgrade.
  static Set<String> streamVariants(String url) {
    var variants = new LinkedHashSet<>(variants(url));
    STREAM_TWINS.forEach((stream, twin) -> {
      if (url.startsWith(stream + "://")) {
        variants.addAll(variants(twin + url.substring(stream.length())));
      }
    });
    return variants;
  }
}
