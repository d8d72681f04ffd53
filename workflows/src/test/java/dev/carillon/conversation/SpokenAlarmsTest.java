package dev.carillon.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenAlarmsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Do not phone me any more. I want to be left alone.",
        "Take me off your list and stop calling me.",
        "Please stop calling me!",
        "Okay, just stop calling.",
        "Don't call me again.",
        "Listen, don't ever call this number again, okay?",
        "I asked you not to call me anymore.",
        "Could you remove my number from your calling list?",
        "Put me on your do not call list.",
        "I don't want any more calls.",
        "Leave me alone.",
        "No me llame más, por favor.",
        "Deje de llamarme.",
        "Ne m'appelez plus.",
        "Arrêtez de m'appeler.",
        "Rufen Sie mich bitte nie wieder an."
      })
  void aWishNeverToBeCalledAgainIsHeard(String said) {
    assertThat(SpokenAlarms.heardIn(said)).isEqualTo(SpokenAlarm.OPT_OUT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I will stop by tomorrow.",
        "Can I stop by your shop and call you later?",
        "Don't stop calling me, I need the reminder.",
        "Please don't call me before noon.",
        "Don't call me at work, call my cell.",
        "Why don't you call me again tomorrow?",
        "Do not take me off your list.",
        "I am not interested.",
        "The bus stop is next to it.",
        "Could you call me back tomorrow at ten?",
        "My brakes don't stop the car.",
        "You can call me any time.",
        "No me llame mañana, mejor el lunes.",
        "Rufen Sie mich morgen an."
      })
  void wordsThatOnlySoundLikeItAreNone(String said) {
    assertThat(SpokenAlarms.heardIn(said)).isEqualTo(SpokenAlarm.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I'm having a heart attack.",
        "Oh no, my husband is having a stroke!",
        "Please call 911!",
        "Can you call an ambulance, please?",
        "I can't breathe.",
        "My house is on fire.",
        "Stop calling me, I need an ambulance!",
        "Help, this is an emergency.",
        "No puedo respirar.",
        "Rufen Sie einen Krankenwagen!"
      })
  void anEmergencyIsHeard(String said) {
    assertThat(SpokenAlarms.heardIn(said)).isEqualTo(SpokenAlarm.EMERGENCY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "If this is a medical emergency, please hang up and dial 911.",
        "For emergencies, call 911.",
        "That price nearly gave me a heart attack.",
        "I am not having a heart attack.",
        "This is not an emergency.",
        "My father had a heart attack last year.",
        "Don't call an ambulance, I am fine.",
        "There is no fire.",
        "He is on fire today, what a game.",
        "I take my breath after the stairs."
      })
  void noEmergencyIsMadeOfTalkAboutOne(String said) {
    assertThat(SpokenAlarms.heardIn(said)).isEqualTo(SpokenAlarm.NONE);
  }
}
