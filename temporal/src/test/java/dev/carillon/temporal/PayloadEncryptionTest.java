package dev.carillon.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverterException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class PayloadEncryptionTest {
  private static final Payload PLAIN =
      Payload.newBuilder()
          .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
          .setData(ByteString.copyFromUtf8("\"+12128120000\""))
          .build();

  private static String key(int fill) {
    var bytes = new byte[32];
    Arrays.fill(bytes, (byte) fill);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static PayloadEncryption with(String keys) {
    return new PayloadEncryption(CodecKeys.parse(keys));
  }

  @Test
  void whatIsEncryptedShowsNothingAndComesBackWhole() {
    var codec = with("a:" + key(1));

    var sealed = codec.encode(List.of(PLAIN)).getFirst();

    assertThat(new String(sealed.toByteArray(), StandardCharsets.ISO_8859_1))
        .doesNotContain("2128120000", "json/plain");
    assertThat(codec.decode(List.of(sealed))).containsExactly(PLAIN);
  }

  @Test
  void afterARotationOldPayloadsAreStillRead() {
    var old = with("a:" + key(1)).encode(List.of(PLAIN));
    var rotated = with("b:" + key(2) + ",a:" + key(1));

    assertThat(rotated.decode(old)).containsExactly(PLAIN);
    assertThat(rotated.encode(List.of(PLAIN)).getFirst().getMetadataOrThrow("encryption-key-id"))
        .isEqualTo(ByteString.copyFromUtf8("b"));
  }

  @Test
  void aMissingKeyIsNamedAndNothingIsGuessed() {
    var sealed = with("a:" + key(1)).encode(List.of(PLAIN));

    assertThatThrownBy(() -> with("b:" + key(2)).decode(sealed))
        .isInstanceOf(DataConverterException.class)
        .hasMessageContaining("'a'");
  }

  @Test
  void aTamperedPayloadIsRefused() {
    var codec = with("a:" + key(1));
    var sealed = codec.encode(List.of(PLAIN)).getFirst();
    var bytes = sealed.getData().toByteArray();
    bytes[bytes.length - 1] ^= 1;
    var tampered = sealed.toBuilder().setData(ByteString.copyFrom(bytes)).build();

    assertThatThrownBy(() -> codec.decode(List.of(tampered)))
        .isInstanceOf(DataConverterException.class);
  }

  @Test
  void whatWasNeverEncryptedPassesThrough() {
    assertThat(with("a:" + key(1)).decode(List.of(PLAIN))).containsExactly(PLAIN);
  }

  @Test
  void wrongKeysAreToldByTheVariablesName() {
    assertThatThrownBy(() -> CodecKeys.parse("")).hasMessageStartingWith("CARILLON_CODEC_KEYS");
    assertThatThrownBy(() -> CodecKeys.parse("a:####")).hasMessageContaining("not base64");
    assertThatThrownBy(() -> CodecKeys.parse("a:AAAA")).hasMessageContaining("not 32");
  }
}
