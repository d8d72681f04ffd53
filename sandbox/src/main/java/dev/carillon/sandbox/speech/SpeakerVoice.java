package dev.carillon.sandbox.speech;

/// How somebody sounds. The name tells voices apart in the cache and is no person's name.
///
/// @param pitchHz of the average syllable, 60 to 300
/// @param wordsPerMinute 80 to 300, an ordinary speaker has 150
public record SpeakerVoice(String name, float pitchHz, float wordsPerMinute) {
  /// The voice of the AI.
  public static final SpeakerVoice ASSISTANT = new SpeakerVoice("assistant", 165, 165);

  public SpeakerVoice {
    if (!(pitchHz >= 60 && pitchHz <= 300)) {
      throw new IllegalArgumentException("a voice has a pitch of 60 to 300 Hz");
    }
    if (!(wordsPerMinute >= 80 && wordsPerMinute <= 300)) {
      throw new IllegalArgumentException("a voice speaks 80 to 300 words a minute");
    }
  }
}
