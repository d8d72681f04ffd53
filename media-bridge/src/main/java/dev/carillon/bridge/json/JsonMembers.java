package dev.carillon.bridge.json;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/// Walks the members of one JSON object in a buffer: any order of keys, any white space, nested
/// values skipped whole. It allocates nothing and keeps no reference to the text; one instance is
/// used again for every message of a connection, on that connection's event loop.
public final class JsonMembers {
  private int at;
  private int limit;
  private boolean broken;
  private int keyStart;
  private int keyEnd;
  private int valueStart;
  private int valueEnd;
  private boolean text;
  private boolean object;

  /// Starts at the object that begins in `json` at `from` (after white space) and ends before `to`.
  public void over(ByteBuf json, int from, int to) {
    limit = to;
    broken = false;
    at = skipSpace(json, from);
    if (at >= limit || json.getByte(at) != '{') {
      broken = true;
    } else {
      at++;
    }
  }

  /// Moves to the next member; false at the object's end, or when the text is no object.
  public boolean next(ByteBuf json) {
    if (broken) {
      return false;
    }
    at = skipSpace(json, at);
    if (at < limit && json.getByte(at) == ',') {
      at = skipSpace(json, at + 1);
    }
    if (at < limit && json.getByte(at) == '}') {
      return false;
    }
    return readKey(json) && readValue(json);
  }

  /// Whether the text turned out not to be an object; whatever was found before counts for nothing.
  public boolean broken() {
    return broken;
  }

  /// Whether the member's key is this.
  public boolean keyIs(ByteBuf json, byte[] key) {
    return same(json, keyStart, keyEnd, key);
  }

  /// Whether the member's value is this text.
  public boolean valueIs(ByteBuf json, byte[] value) {
    return text && same(json, valueStart, valueEnd, value);
  }

  /// Whether the value is a string; its bounds are then those of the characters between the quotes.
  public boolean isText() {
    return text;
  }

  /// Whether the value is an object.
  public boolean isObject() {
    return object;
  }

  /// Index of the value's first byte.
  public int valueStart() {
    return valueStart;
  }

  /// Index after the value's last byte.
  public int valueEnd() {
    return valueEnd;
  }

  /// The value as a string; only for texts without escapes, such as ids.
  public String value(ByteBuf json) {
    return json.toString(valueStart, valueEnd - valueStart, StandardCharsets.UTF_8);
  }

  /// The bytes of an ASCII word, to compare keys and values with.
  public static byte[] ascii(String word) {
    return word.getBytes(StandardCharsets.US_ASCII);
  }

  /// Whether the bytes from `start` up to `end` are these.
  public static boolean same(ByteBuf json, int start, int end, byte[] word) {
    if (end - start != word.length) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if (json.getByte(start + i) != word[i]) {
        return false;
      }
    }
    return true;
  }

  private boolean readKey(ByteBuf json) {
    if (at >= limit || json.getByte(at) != '"') {
      return fail();
    }
    keyStart = at + 1;
    keyEnd = closingQuote(json, keyStart);
    if (keyEnd < 0) {
      return fail();
    }
    at = skipSpace(json, keyEnd + 1);
    if (at >= limit || json.getByte(at) != ':') {
      return fail();
    }
    at = skipSpace(json, at + 1);
    return at < limit || fail();
  }

  private boolean readValue(ByteBuf json) {
    byte first = json.getByte(at);
    text = first == '"';
    object = first == '{';
    if (text) {
      valueStart = at + 1;
      valueEnd = closingQuote(json, valueStart);
      at = valueEnd + 1;
    } else {
      valueStart = at;
      valueEnd = object || first == '[' ? endOfNested(json) : endOfWord(json);
      at = valueEnd;
    }
    if (valueEnd < 0) {
      return fail();
    }
    int after = skipSpace(json, at);
    if (after >= limit || (json.getByte(after) != ',' && json.getByte(after) != '}')) {
      return fail();
    }
    return true;
  }

  private boolean fail() {
    broken = true;
    return false;
  }

  private int closingQuote(ByteBuf json, int from) {
    int quote = json.indexOf(from, limit, (byte) '"');
    while (quote > from && escaped(json, from, quote)) {
      quote = json.indexOf(quote + 1, limit, (byte) '"');
    }
    return quote;
  }

  private static boolean escaped(ByteBuf json, int from, int quote) {
    int slashes = 0;
    for (int i = quote - 1; i >= from && json.getByte(i) == '\\'; i--) {
      slashes++;
    }
    return (slashes & 1) == 1;
  }

  private int endOfNested(ByteBuf json) {
    int depth = 0;
    for (int i = at; i < limit; i++) {
      byte b = json.getByte(i);
      if (b == '"') {
        i = closingQuote(json, i + 1);
        if (i < 0) {
          return -1;
        }
      } else if (b == '{' || b == '[') {
        depth++;
      } else if ((b == '}' || b == ']') && --depth == 0) {
        return i + 1;
      }
    }
    return -1;
  }

  private int endOfWord(ByteBuf json) {
    int i = at;
    while (i < limit && isWord(json.getByte(i))) {
      i++;
    }
    return i > at ? i : -1;
  }

  private static boolean isWord(byte b) {
    return (b >= '0' && b <= '9')
        || (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || b == '-'
        || b == '+'
        || b == '.';
  }

  private int skipSpace(ByteBuf json, int from) {
    int i = from;
    while (i < limit && " \t\r\n".indexOf(json.getByte(i)) >= 0) {
      i++;
    }
    return i;
  }
}
