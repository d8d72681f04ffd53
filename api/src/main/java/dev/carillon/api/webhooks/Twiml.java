package dev.carillon.api.webhooks;

/// The few TwiML documents that Carillon answers with.
final class Twiml {
  /// Nothing to do, nothing to say.
  static final String NOTHING = document("");

  static final String HANG_UP = document("<Hangup/>");

  private Twiml() {}

  /// Streams the call's audio to the bridge; when the stream is over the carrier asks `resumeUrl`.
  static String connect(String streamUrl, String resumeUrl) {
    return document(connection(streamUrl, resumeUrl));
  }

  /// As [Twiml#connect], a second later: another bridge may have to come up first.
  static String connectAgain(String streamUrl, String resumeUrl) {
    return document("<Pause length=\"1\"/>" + connection(streamUrl, resumeUrl));
  }

  private static String connection(String streamUrl, String resumeUrl) {
    return "<Connect><Stream url=\"%s\"/></Connect><Redirect method=\"POST\">%s</Redirect>"
        .formatted(escaped(streamUrl), escaped(resumeUrl));
  }

  private static String document(String verbs) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>" + verbs + "</Response>";
  }

  private static String escaped(String text) {
    return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", "")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
