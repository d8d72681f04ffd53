package dev.carillon.activities.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileObjectsTest {
  @TempDir private Path folder;

  @Test
  void whatIsPutIsReadAgain() throws IOException {
    var store = new FileObjects(folder);

    long kept = store.put("recordings/a/RE1.wav", bytes("riff"));

    assertThat(kept).isEqualTo(4);
    try (var object = store.get("recordings/a/RE1.wav").orElseThrow()) {
      assertThat(object.size()).isEqualTo(4);
      assertThat(object.bytes()).hasBinaryContent("riff".getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void aBrokenUploadLeavesTheOldObject() throws IOException {
    var store = new FileObjects(folder);
    store.put("a", bytes("old"));

    assertThatThrownBy(() -> store.put("a", broken())).isInstanceOf(ObjectStoreException.class);

    try (var object = store.get("a").orElseThrow()) {
      assertThat(object.bytes()).hasBinaryContent("old".getBytes(StandardCharsets.UTF_8));
    }
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void aDeletedObjectIsGone() {
    var store = new FileObjects(folder);
    store.put("a/b", bytes("x"));

    store.delete("a/b");
    store.delete("a/b");

    assertThat(store.get("a/b")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../a", "a/../../b", "/etc/passwd", "", "a//b", ".hidden", "a/.b", "a\0b", "a b"})
  void aKeyCannotLeaveTheFolder(String key) {
    var store = new FileObjects(folder);

    assertThatIllegalArgumentException().isThrownBy(() -> store.put(key, bytes("x")));
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static InputStream broken() {
    return new SequenceInputStream(
        bytes("half"),
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the sender went away");
          }

          @Override
          public int read(byte[] into, int from, int length) throws IOException {
            return read();
          }
        });
  }
}
