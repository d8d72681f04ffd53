package dev.carillon.bridge.line;

import static dev.carillon.bridge.json.JsonMembers.ascii;

import dev.carillon.bridge.json.Base64Text;
import dev.carillon.bridge.json.JsonMembers;
import io.netty.buffer.ByteBuf;

/// Reads the one message that comes fifty times a second, where it lies: which bytes of the frame
/// are the sound. Used again for every frame of a stream.
final class MediaMessage {
  private static final byte[] EVENT = ascii("event");
  private static final byte[] MEDIA = ascii("media");
  private static final byte[] SEQUENCE = ascii("sequenceNumber");
  private static final byte[] STREAM = ascii("streamSid");
  private static final byte[] PAYLOAD = ascii("payload");

  /// What a frame turned out to be.
  enum Kind {
    /// Sound, read.
    MEDIA,
    /// A media message without sound that could be played.
    DAMAGED,
    /// Something else, or no JSON object at all.
    OTHER
  }

  private final JsonMembers outer = new JsonMembers();
  private final JsonMembers inner = new JsonMembers();
  private byte[] streamId = new byte[0];
  private int mediaStart;
  private int mediaEnd;
  private int payloadStart;
  private int payloadLength;
  private long sequence;
  private boolean foreign;

  /// From now on media of other streams are damaged.
  void expect(String stream) {
    streamId = ascii(stream);
  }

  Kind read(ByteBuf frame) {
    boolean media = false;
    mediaStart = -1;
    sequence = -1;
    foreign = false;
    outer.over(frame, frame.readerIndex(), frame.writerIndex());
    while (outer.next(frame)) {
      if (outer.keyIs(frame, EVENT)) {
        media = outer.valueIs(frame, MEDIA);
        if (!media) {
          return Kind.OTHER;
        }
      } else if (outer.keyIs(frame, MEDIA) && outer.isObject()) {
        mediaStart = outer.valueStart();
        mediaEnd = outer.valueEnd();
      } else if (outer.keyIs(frame, SEQUENCE)) {
        sequence = number(frame, outer.valueStart(), outer.valueEnd());
      } else if (outer.keyIs(frame, STREAM)) {
        foreign = streamId.length > 0 && !outer.valueIs(frame, streamId);
      }
    }
    if (outer.broken() || !media) {
      return Kind.OTHER;
    }
    return !foreign && findPayload(frame) ? Kind.MEDIA : Kind.DAMAGED;
  }

  int payloadStart() {
    return payloadStart;
  }

  int payloadLength() {
    return payloadLength;
  }

  /// The message's number, or -1 when it has none.
  long sequence() {
    return sequence;
  }

  private boolean findPayload(ByteBuf frame) {
    if (mediaStart < 0) {
      return false;
    }
    payloadLength = -1;
    inner.over(frame, mediaStart, mediaEnd);
    while (inner.next(frame)) {
      if (inner.keyIs(frame, PAYLOAD) && inner.isText()) {
        payloadStart = inner.valueStart();
        payloadLength = inner.valueEnd() - payloadStart;
      }
    }
    return payloadLength == 0
        || (payloadLength > 0 && Base64Text.valid(frame, payloadStart, payloadLength));
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
