package dev.carillon.api.console.words;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;

/// Numbers as their owners write them: national in the home region, international otherwise.
public final class PhoneText {
  private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();
  private static final int HOME = 1;

  private PhoneText() {}

  /// The number as its owner writes it.
  ///
  /// @param e164 such as `+12125550123`, shown as `(212) 555-0123`
  public static String of(String e164) {
    try {
      var number = PLANS.parse(e164, null);
      var format =
          number.getCountryCode() == HOME
              ? PhoneNumberFormat.NATIONAL
              : PhoneNumberFormat.INTERNATIONAL;
      return PLANS.format(number, format);
    } catch (NumberParseException _) {
      return e164;
    }
  }
}
