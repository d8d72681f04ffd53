package dev.carillon.bridge.line;

import static dev.carillon.bridge.json.JsonMembers.ascii;
import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.carillon.bridge.json.Base64Text;
import dev.carillon.bridge.json.JsonMembers;
import io.netty.buffer.ByteBuf;

/// Reads the two messages that come all the time, where they lie: which bytes of the frame are the
/// sound, or the name of a mark. Used again for every frame of a stream.
final class MediaMessage {
  private static final byte[] EVENT = ascii("event");
  private static final byte[] MEDIA = ascii("media");
  private static final byte[] MARK = ascii("mark");
  private static final byte[] NAME = ascii("name");
  private static final byte[] SEQUENCE = ascii("sequenceNumber");
  private static final byte[] STREAM = ascii("streamSid");
  private static final byte[] PAYLOAD = ascii("payload");

  /// What a frame turned out to be.
  enum Kind {
    /// Sound, read.
    MEDIA,
    /// A media message without sound that could be played.
    DAMAGED,
    /// A mark that came back, read.
    MARK,
    /// Something else, or no JSON object at all.
    OTHER
  }

  private final JsonMembers outer = new JsonMembers();
  private final JsonMembers inner = new JsonMembers();
  private byte[] streamId = new byte[0];
  private int bodyStart;
  private int bodyEnd;
  private int textStart;
  private int textLength;
  private long sequence;
  private boolean foreign;

  /// From now on media of other streams are damaged.
  void expect(String stream) {
    streamId = ascii(stream);
  }

  Kind read(ByteBuf frame) {
    boolean media = false;
    boolean mark = false;
    bodyStart = -1;
    sequence = -1;
    foreign = false;
    outer.over(frame, frame.readerIndex(), frame.writerIndex());
    while (outer.next(frame)) {
      if (outer.keyIs(frame, EVENT)) {
        media = outer.valueIs(frame, MEDIA);
        mark = outer.valueIs(frame, MARK);
        if (!media && !mark) {
          return Kind.OTHER;
        }
      } else if (outer.isObject() && (outer.keyIs(frame, MEDIA) || outer.keyIs(frame, MARK))) {
        bodyStart = outer.valueStart();
        bodyEnd = outer.valueEnd();
      } else if (outer.keyIs(frame, SEQUENCE)) {
        sequence = number(frame, outer.valueStart(), outer.valueEnd());
      } else if (outer.keyIs(frame, STREAM)) {
        foreign = streamId.length > 0 && !outer.valueIs(frame, streamId);
      }
    }
    if (outer.broken()) {
      return Kind.OTHER;
    }
    if (mark) {
      return find(frame, NAME) ? Kind.MARK : Kind.OTHER;
    }
    if (!media) {
      return Kind.OTHER;
    }
    return !foreign && findPayload(frame) ? Kind.MEDIA : Kind.DAMAGED;
  }

  /// The name of the mark.
  String markName(ByteBuf frame) {
    return frame.toString(textStart, textLength, US_ASCII);
  }

  int payloadStart() {
    return textStart;
  }

  int payloadLength() {
    return textLength;
  }

  /// The message's number, or -1 when it has none.
  long sequence() {
    return sequence;
  }

  private boolean findPayload(ByteBuf frame) {
    return find(frame, PAYLOAD)
        && (textLength == 0 || Base64Text.valid(frame, textStart, textLength));
  }

  private boolean find(ByteBuf frame, byte[] key) {
    textLength = -1;
    if (bodyStart < 0) {
      return false;
    }
    inner.over(frame, bodyStart, bodyEnd);
    while (inner.next(frame)) {
      if (inner.keyIs(frame, key) && inner.isText()) {
        textStart = inner.valueStart();
        textLength = inner.valueEnd() - textStart;
      }
    }
    return textLength >= 0;
  }

  private static long number(ByteBuf frame, int from, int to) {
    long value = 0;
    if (to <= from || to - from > 18) {
      return -1;
    }
    for (int i = from; i < to; i++) {
      int digit = frame.getByte(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
