package dev.carillon.temporal;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// Keys of the payload codec by id: the first encrypts, all decrypt, so that a key can be rotated
/// while workflows run.
public final class CodecKeys {
  private final Map<String, SecretKey> keys;
  private final String first;

  private CodecKeys(Map<String, SecretKey> keys, String first) {
    this.keys = keys;
    this.first = first;
  }

  /// Parses `id:base64,id:base64`; each key has 32 bytes (AES-256).
  ///
  /// @throws IllegalArgumentException naming `CARILLON_CODEC_KEYS` and what is wrong with it
  public static CodecKeys parse(String text) {
    var keys = new LinkedHashMap<String, SecretKey>();
    for (var part : text.split(",", -1)) {
      if (!part.isBlank()) {
        var colon = part.indexOf(':');
        if (colon < 1) {
          throw wrong("an entry is not id:base64");
        }
        keys.put(part.substring(0, colon).strip(), key(part.substring(colon + 1).strip()));
      }
    }
    if (keys.isEmpty()) {
      throw wrong("it is empty; give id:base64 of 32 random bytes");
    }
    return new CodecKeys(keys, keys.keySet().iterator().next());
  }

  private static SecretKey key(String base64) {
    try {
      var bytes = Base64.getDecoder().decode(base64);
      if (bytes.length != 32) {
        throw wrong("a key has " + bytes.length + " bytes, not 32");
      }
      return new SecretKeySpec(bytes, "AES");
    } catch (IllegalArgumentException e) {
      if (e.getMessage() != null && e.getMessage().startsWith("CARILLON_CODEC_KEYS")) {
        throw e;
      }
      throw wrong("a key is not base64");
    }
  }

  private static IllegalArgumentException wrong(String why) {
    return new IllegalArgumentException("CARILLON_CODEC_KEYS: " + why);
  }

  String encryptingId() {
    return first;
  }

  SecretKey encryptingKey() {
    return keys.values().iterator().next();
  }

  Optional<SecretKey> decryptingKey(String id) {
    return Optional.ofNullable(keys.get(id));
  }

  @Override
  public String toString() {
    return "CodecKeys" + keys.keySet();
  }
}
