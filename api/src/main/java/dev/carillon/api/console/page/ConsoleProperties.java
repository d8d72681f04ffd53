package dev.carillon.api.console.page;

import java.net.URI;
import org.springframework.core.env.Environment;

/// Where the console's links lead, and what it says about the platform, from the environment.
///
/// @param simulated the carrier is on this machine
/// @param signedIn a token is needed to come in
/// @param temporal the address of a namespace in Temporal's web UI
public record ConsoleProperties(boolean simulated, boolean signedIn, String temporal) {

  public static ConsoleProperties from(Environment environment) {
    var port = environment.getProperty("CARILLON_TEMPORAL_UI_PORT", "8233");
    var namespace = environment.getProperty("TEMPORAL_NAMESPACE", "default");
    var url = environment.getProperty("CARILLON_TEMPORAL_UI_URL", "");
    var ui = url.isBlank() ? "http://127.0.0.1:" + port : url.strip().replaceAll("/+$", "");
    return new ConsoleProperties(
        isHere(environment.getProperty("TWILIO_API_URL", "")),
        !environment.getProperty("carillon.door.token", "").isBlank(),
        ui + "/namespaces/" + namespace);
  }

  /// The page of a workflow in Temporal's web UI.
  public String workflow(String workflowId) {
    return temporal + "/workflows/" + workflowId.replace("/", "%2F");
  }

  private static boolean isHere(String url) {
    var host = url.isBlank() ? null : URI.create(url).getHost();
    return host != null && (host.equals("localhost") || host.startsWith("127."));
  }
}
