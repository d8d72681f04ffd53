package dev.carillon.bridge.cascade;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// The sound of what is said again and again: greetings, pleas for patience, goodbyes. One for each
/// voice of the process, in memory alone; what was not said for longest is forgotten first. For all
/// event loops.
public final class KeptPhrases {
  private static final int MOST_PHRASES = 256;
  private static final long MOST_BYTES = 16L << 20;

  /// Twenty seconds of base64: nothing longer is said twice.
  private static final int LONGEST_BYTES = 20 * 8_000 / 3 * 4;

  private final LinkedHashMap<String, ByteBuf> sounds = new LinkedHashMap<>(64, 0.75f, true);
  private final int mostPhrases;
  private final long mostBytes;
  private long bytes;

  public KeptPhrases() {
    this(MOST_PHRASES, MOST_BYTES);
  }

  KeptPhrases(int mostPhrases, long mostBytes) {
    this.mostPhrases = mostPhrases;
    this.mostBytes = mostBytes;
  }

  /// The phrase as base64 mu-law; null when it has yet to be said. The buffer may be retained and
  /// released, which does nothing.
  synchronized @Nullable ByteBuf find(String phrase) {
    var sound = sounds.get(phrase);
    return sound == null ? null : sound.duplicate();
  }

  /// Keeps how a phrase sounds.
  ///
  /// @param base64 becomes the cache's
  synchronized void keep(String phrase, byte[] base64) {
    if (base64.length > Math.min(LONGEST_BYTES, mostBytes) || sounds.containsKey(phrase)) {
      return;
    }
    sounds.put(phrase, Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(base64).asReadOnly()));
    bytes += base64.length;
    var oldest = sounds.entrySet().iterator();
    while (sounds.size() > mostPhrases || bytes > mostBytes) {
      bytes -= oldest.next().getValue().capacity();
      oldest.remove();
    }
  }
}
