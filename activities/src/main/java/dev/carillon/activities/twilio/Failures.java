package dev.carillon.activities.twilio;

import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import dev.carillon.policy.ProviderFailure;
import dev.carillon.policy.ProviderFailure.Kind;
import java.net.ConnectException;
import java.net.UnknownHostException;

/// Says in our words what an error of Twilio's excludes.
final class Failures {
  private static final String PROVIDER = "twilio";

  private Failures() {}

  /// Whether the request certainly never reached the carrier: the connection did not come about.
  /// The SDK wraps such an exception into either of its own.
  static boolean neverSent(TwilioException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
        return true;
      }
    }
    return false;
  }

  static int status(ApiException failure) {
    return failure.getStatusCode() == null ? 0 : failure.getStatusCode();
  }

  static int code(ApiException failure) {
    return failure.getCode() == null ? 0 : failure.getCode();
  }

  static ProviderFailure of(TwilioException failure) {
    if (neverSent(failure)) {
      return new ProviderFailure(Kind.UNAVAILABLE, PROVIDER, "unreachable");
    }
    if (!(failure instanceof ApiException refused)) {
      return new ProviderFailure(Kind.UNKNOWN, PROVIDER, "no answer");
    }
    var status = status(refused);
    if (status == 429) {
      return new ProviderFailure(Kind.UNAVAILABLE, PROVIDER, "429");
    }
    var kind = status >= 400 && status < 500 && status != 408 ? Kind.REJECTED : Kind.UNKNOWN;
    return new ProviderFailure(kind, PROVIDER, status + "/" + code(refused));
  }
}
