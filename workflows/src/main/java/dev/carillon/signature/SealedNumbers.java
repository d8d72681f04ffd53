package dev.carillon.signature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// Numbers that stand in an address and that nobody else can have written there: 8 bytes each, big
/// end first, then the first 16 bytes of an HMAC-SHA256 over context and numbers, base64url without
/// padding.
final class SealedNumbers {
  private static final int MAC_BYTES = 16;

  private final Hmac hmac;
  private final byte[] context;
  private final int bodyBytes;

  /// @param context what the numbers are for: sealed for one thing they open no other
  /// @param count how many numbers there are
  SealedNumbers(Hmac hmac, String context, int count) {
    this.hmac = hmac;
    this.context = context.getBytes(StandardCharsets.UTF_8);
    this.bodyBytes = count * Long.BYTES;
  }

  String write(long... numbers) {
    byte[] text = new byte[bodyBytes + MAC_BYTES];
    for (int n = 0; n < numbers.length; n++) {
      put(text, n * Long.BYTES, numbers[n]);
    }
    byte[] mac = mac(Arrays.copyOf(text, bodyBytes));
    System.arraycopy(mac, 0, text, bodyBytes, MAC_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  /// Empty when the text is not ours or was tampered with.
  Optional<long[]> read(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    if (bytes.length != bodyBytes + MAC_BYTES) {
      return Optional.empty();
    }
    byte[] body = Arrays.copyOf(bytes, bodyBytes);
    byte[] given = Arrays.copyOfRange(bytes, bodyBytes, bytes.length);
    if (!MessageDigest.isEqual(given, mac(body))) {
      return Optional.empty();
    }
    long[] numbers = new long[bodyBytes / Long.BYTES];
    for (int n = 0; n < numbers.length; n++) {
      numbers[n] = get(body, n * Long.BYTES);
    }
    return Optional.of(numbers);
  }

  private byte[] mac(byte[] body) {
    return Arrays.copyOf(hmac.of(context, body), MAC_BYTES);
  }

  private static void put(byte[] bytes, int at, long value) {
    for (int i = 0; i < Long.BYTES; i++) {
      bytes[at + i] = (byte) (value >>> (8 * (Long.BYTES - 1 - i)));
    }
  }

  private static long get(byte[] bytes, int at) {
    long value = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      value = (value << 8) | (bytes[at + i] & 0xff);
    }
    return value;
  }
}
