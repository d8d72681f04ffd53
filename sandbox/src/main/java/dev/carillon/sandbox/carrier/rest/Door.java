package dev.carillon.sandbox.carrier.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.carillon.sandbox.carrier.Account;
import dev.carillon.sandbox.carrier.Form;
import dev.carillon.sandbox.ledger.Ledger;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What every request goes through: credentials, forms in, JSON out, refusals in the carrier's
/// shape.
final class Door {
  private static final Set<String> REPEATED =
      Set.of("StatusCallbackEvent", "RecordingStatusCallbackEvent", "MediaUrl");

  private final ObjectMapper json = new ObjectMapper();
  private final Account account;
  private final Ledger ledger;

  Door(Account account, Ledger ledger) {
    this.account = account;
    this.ledger = ledger;
  }

  /// The handler behind the check of credentials.
  Handler guarded(Handler handler) {
    return context -> {
      try {
        checkCredentials(context);
        handler.handle(context);
      } catch (Refusal refusal) {
        answer(context, refusal.status(), errorBody(refusal));
      }
    };
  }

  void answer(Context context, int status, Map<String, @Nullable Object> body) {
    try {
      context.status(status).contentType("application/json").result(json.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("an answer is not JSON", e);
    }
  }

  /// The form in the body. What is unknown, or twice there, is noted; a body that is no form has no
  /// fields.
  Form form(Context context, Set<String> allowed) {
    String type = context.contentType() == null ? "" : context.contentType();
    if (!type.startsWith("application/x-www-form-urlencoded")) {
      note("the body is not a form but " + type, context);
    }
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (String pair : context.body().split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals <= 0) {
        continue;
      }
      String name = decoded(pair.substring(0, equals));
      if (!allowed.contains(name)) {
        note("unknown parameter " + name, context);
      }
      List<String> values = fields.computeIfAbsent(name, _ -> new ArrayList<>());
      if (!values.isEmpty() && !REPEATED.contains(name)) {
        note("parameter " + name + " is given twice", context);
      } else {
        values.add(decoded(pair.substring(equals + 1)));
      }
    }
    return new Form(fields);
  }

  /// The query's parameters, the first value of each.
  static Map<String, String> query(Context context) {
    Map<String, String> query = new LinkedHashMap<>();
    context.queryParamMap().forEach((name, values) -> query.put(name, values.getFirst()));
    return query;
  }

  private void note(String what, Context context) {
    ledger.strict("twilio", what + " at " + context.path(), null);
  }

  private void checkCredentials(Context context) {
    byte[] expected = (account.sid() + ":" + account.authToken()).getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(expected, credentials(context))) {
      note("20003 wrong or missing credentials", context);
      throw new Refusal(401, 20003, "Authenticate");
    }
    if (!context.path().startsWith(account.path())) {
      note("20404 no such account or resource", context);
      throw Refusal.notFound(context.path());
    }
  }

  private static byte[] credentials(Context context) {
    String header = context.header("Authorization");
    if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
      return new byte[0];
    }
    try {
      return Base64.getDecoder().decode(header.substring(6).strip());
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static Map<String, @Nullable Object> errorBody(Refusal refusal) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("code", refusal.code());
    body.put("message", refusal.shown());
    body.put("more_info", "https://www.twilio.com/docs/errors/" + refusal.code());
    body.put("status", refusal.status());
    return body;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
