package dev.carillon.sandbox.carrier.twiml;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/// The rules of a Stream's address and parameters.
final class StreamNoun {
  private static final int LONGEST_PARAMETER = 500;
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private StreamNoun() {}

  /// The stream, or nothing when its address will not do.
  static Optional<Verb.Stream> read(Element element, List<String> breaches) {
    String url = element.getAttribute("url");
    String fault = faultOf(url);
    if (!fault.isEmpty()) {
      breaches.add(fault);
      return Optional.empty();
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (Element child : TwimlReader.children(element)) {
      String name = child.getAttribute("name");
      String value = child.getAttribute("value");
      if (!child.getTagName().equals("Parameter") || name.isEmpty()) {
        breaches.add("12200 " + child.getTagName() + " in Stream is no named Parameter");
      } else if (name.length() + value.length() >= LONGEST_PARAMETER) {
        breaches.add("12200 Parameter " + name + " has 500 characters or more");
      } else {
        parameters.put(name, value);
      }
    }
    String method = element.getAttribute("statusCallbackMethod").equals("GET") ? "GET" : "POST";
    Verb.Callback callback =
        new Verb.Callback(TwimlReader.optional(element, "statusCallback"), method, List.of());
    return Optional.of(new Verb.Stream(url, element.getAttribute("name"), parameters, callback));
  }

  private static String faultOf(String url) {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      return "31923 malformed stream url";
    }
    if (uri.getHost() == null) {
      return "31923 malformed stream url";
    }
    boolean plainOnLoopback = "ws".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost());
    if (!"wss".equals(uri.getScheme()) && !plainOnLoopback) {
      return "31922 stream url with the scheme " + uri.getScheme();
    }
    return uri.getRawQuery() == null ? "" : "31920 stream url with a query string";
  }
}
