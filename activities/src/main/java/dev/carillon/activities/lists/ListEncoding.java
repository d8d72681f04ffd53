package dev.carillon.activities.lists;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Opens a file as text. Its byte-order mark says how, else the sender did, else it must be UTF-8:
/// guessing a legacy encoding from a few names garbles some of them without anybody noticing.
final class ListEncoding {
  private static final int LOOK_BYTES = 512;

  private ListEncoding() {}

  /// @throws UnreadableList when it is no text at all
  static Reader open(InputStream file, @Nullable Charset declared) throws IOException {
    var bytes = new BufferedInputStream(file, 1 << 16);
    bytes.mark(LOOK_BYTES);
    byte[] start = bytes.readNBytes(LOOK_BYTES);
    bytes.reset();
    if (start.length == 0) {
      throw new UnreadableList("EMPTY_FILE", "The file is empty.");
    }
    refuseOtherKinds(start);
    if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
      return strict(skip(bytes, 3), StandardCharsets.UTF_8);
    }
    if (startsWith(start, 0xFF, 0xFE)) {
      return strict(skip(bytes, 2), StandardCharsets.UTF_16LE);
    }
    if (startsWith(start, 0xFE, 0xFF)) {
      return strict(skip(bytes, 2), StandardCharsets.UTF_16BE);
    }
    return strict(bytes, declared == null ? StandardCharsets.UTF_8 : declared);
  }

  private static Reader strict(InputStream bytes, Charset charset) {
    return new InputStreamReader(
        bytes,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static InputStream skip(InputStream bytes, int count) throws IOException {
    bytes.skipNBytes(count);
    return bytes;
  }

  private static void refuseOtherKinds(byte[] start) {
    var kind = kind(start);
    if (kind != null) {
      throw new UnreadableList("NOT_A_LIST", "The file is " + kind + ", not a CSV list.");
    }
  }

  private static @Nullable String kind(byte[] start) {
    if (startsWith(start, '%', 'P', 'D', 'F')) {
      return "a PDF";
    }
    if (startsWith(start, 'P', 'K', 3, 4)) {
      return "a spreadsheet or an archive";
    }
    if (startsWith(start, 0xD0, 0xCF, 0x11, 0xE0)) {
      return "an old spreadsheet";
    }
    if (startsWith(start, 0x1F, 0x8B)) {
      return "compressed";
    }
    if (startsWith(start, 0x89, 'P', 'N', 'G') || startsWith(start, 0xFF, 0xD8, 0xFF)) {
      return "a picture";
    }
    var text = new String(start, StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
    return text.startsWith("<!doctype") || text.startsWith("<html") || text.startsWith("<?xml")
        ? "a web page"
        : null;
  }

  private static boolean startsWith(byte[] bytes, int... expected) {
    if (bytes.length < expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if ((bytes[i] & 0xFF) != expected[i]) {
        return false;
      }
    }
    return true;
  }
}
