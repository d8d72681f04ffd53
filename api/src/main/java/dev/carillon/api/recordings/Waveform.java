package dev.carillon.api.recordings;

import java.util.List;

/// What a recording looks like: the loudest moment of each stretch, channel by channel.
///
/// @param seconds length of the recording
/// @param channels the person's first, then the agent's; one of `BOTH` when they were mixed
public record Waveform(double seconds, List<Channel> channels) {
  public Waveform {
    channels = List.copyOf(channels);
  }

  /// One side of the call.
  ///
  /// @param who `PERSON`, `AGENT` or `BOTH`
  /// @param peaks 0 to 100 for each stretch, all stretches being of one length
  public record Channel(String who, List<Integer> peaks) {
    public Channel {
      peaks = List.copyOf(peaks);
    }
  }
}
