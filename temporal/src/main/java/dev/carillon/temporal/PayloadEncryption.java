package dev.carillon.temporal;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverterException;
import io.temporal.payload.codec.PayloadCodec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/// Encrypts every payload with AES-256-GCM. The metadata carries the key's id, which is
/// authenticated together with the data: `[12 bytes nonce][ciphertext and 16 bytes tag]`. What was
/// not encrypted by us passes through decoding unchanged.
public final class PayloadEncryption implements PayloadCodec {
  private static final ByteString ENCODING = ByteString.copyFromUtf8("binary/encrypted");
  private static final String ENCODING_FIELD = "encoding";
  private static final String KEY_FIELD = "encryption-key-id";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final CodecKeys keys;
  private final SecureRandom random = new SecureRandom();

  public PayloadEncryption(CodecKeys keys) {
    this.keys = keys;
  }

  @Override
  public List<Payload> encode(List<Payload> payloads) {
    return payloads.stream().map(this::encrypt).toList();
  }

  @Override
  public List<Payload> decode(List<Payload> payloads) {
    return payloads.stream().map(this::decrypt).toList();
  }

  private Payload encrypt(Payload payload) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, keys.encryptingKey(), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(keys.encryptingId().getBytes(StandardCharsets.UTF_8));
      var sealed = cipher.doFinal(payload.toByteArray());
      var data = ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
      return Payload.newBuilder()
          .putMetadata(ENCODING_FIELD, ENCODING)
          .putMetadata(KEY_FIELD, ByteString.copyFromUtf8(keys.encryptingId()))
          .setData(ByteString.copyFrom(data))
          .build();
    } catch (GeneralSecurityException e) {
      throw new DataConverterException("a payload could not be encrypted", e);
    }
  }

  private Payload decrypt(Payload payload) {
    if (!ENCODING.equals(payload.getMetadataOrDefault(ENCODING_FIELD, ByteString.EMPTY))) {
      return payload;
    }
    var id = payload.getMetadataOrDefault(KEY_FIELD, ByteString.EMPTY).toStringUtf8();
    var key =
        keys.decryptingKey(id)
            .orElseThrow(() ->
                new DataConverterException(
                    "CARILLON_CODEC_KEYS has no key '" + id + "', which a payload needs"));
    var data = payload.getData().toByteArray();
    if (data.length < NONCE_BYTES) {
      throw new DataConverterException("an encrypted payload is too short");
    }
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, data, 0, NONCE_BYTES));
      cipher.updateAAD(id.getBytes(StandardCharsets.UTF_8));
      return Payload.parseFrom(cipher.doFinal(data, NONCE_BYTES, data.length - NONCE_BYTES));
    } catch (GeneralSecurityException | InvalidProtocolBufferException e) {
      throw new DataConverterException("a payload could not be decrypted with key '" + id + "'", e);
    }
  }
}
