package dev.carillon.signature;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Checks `X-Twilio-Signature`. The address must be the public one, byte for byte as it was given
/// to the carrier, made from configuration and the raw request target; never from `Host`. A
/// signature has no time: whoever acts on a request must bear seeing it again.
public final class TwilioSignature {
  private static final Pattern BODY_HASH = Pattern.compile("[?&]bodySHA256=([^&#]*)");

  private final List<Hmac> hmacs;

  /// @param authTokens the account's primary token, and while it is changed the other one
  public TwilioSignature(List<String> authTokens) {
    if (authTokens.isEmpty() || authTokens.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("an auth token is needed to check signatures");
    }
    this.hmacs = authTokens.stream().map(Hmac::sha1).toList();
  }

  /// Whether a form was signed. `parameters` holds all of them, decoded, unknown ones too; a
  /// parameter may have several values.
  public boolean signsForm(
      String url, Map<String, ? extends List<String>> parameters, @Nullable String signature) {
    return signs(SignedAddress.variants(url), written(parameters), signature);
  }

  /// Whether a body that is no form was signed: by its hash in the address.
  public boolean signsBody(String url, byte[] body, @Nullable String signature) {
    var hash = BODY_HASH.matcher(url);
    return hash.find()
        && Hmac.same(sha256(body), hash.group(1))
        && signs(SignedAddress.variants(url), "", signature);
  }

  /// Whether a request without a body was signed.
  public boolean signsGet(String url, @Nullable String signature) {
    return signs(SignedAddress.variants(url), "", signature);
  }

  /// Whether the upgrade of a media stream was signed.
  ///
  /// @param url the `wss://` address as it stood in the TwiML; the same with `https://` counts too
  public boolean signsUpgrade(String url, @Nullable String signature) {
    return signs(SignedAddress.streamVariants(url), "", signature);
  }

  // All combinations are tried, whether or not one has matched, so that time tells nothing.
  private boolean signs(Set<String> addresses, String parameters, @Nullable String signature) {
    if (signature == null) {
      return false;
    }
    boolean signed = false;
    for (String address : addresses) {
      for (Hmac hmac : hmacs) {
        String expected = Base64.getEncoder().encodeToString(hmac.of(address + parameters));
        signed |= Hmac.same(expected, signature);
      }
    }
    return signed;
  }

  private static String written(Map<String, ? extends List<String>> parameters) {
    var text = new StringBuilder();
    new TreeMap<>(parameters)
        .forEach((name, values) ->
            new TreeSet<>(values).forEach(value -> text.append(name).append(value)));
    return text.toString();
  }

  private static String sha256(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
