package dev.carillon.activities.twilio;

import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import dev.carillon.conversation.TextCarrier;
import dev.carillon.phone.PhoneNumber;
import java.util.UUID;

/// Sends texts through Twilio's REST, one request per text.
final class TwilioTexts implements TextCarrier {
  private final TwilioRestClient client;
  private final CallbackAddresses addresses;

  TwilioTexts(TwilioRestClient client, CallbackAddresses addresses) {
    this.client = client;
    this.addresses = addresses;
  }

  @Override
  public Answer send(UUID messageId, PhoneNumber from, PhoneNumber to, String body) {
    try {
      var message =
          Message.creator(
                  new com.twilio.type.PhoneNumber(to.e164()),
                  new com.twilio.type.PhoneNumber(from.e164()),
                  body)
              .setStatusCallback(addresses.textStatus(messageId))
              .create(client);
      return new Answer.Taken(message.getSid());
    } catch (ApiException e) {
      return refused(e);
    } catch (TwilioException e) {
      return Failures.neverSent(e) ? new Answer.NotSent() : new Answer.Unclear();
    }
  }

  private static Answer refused(ApiException failure) {
    var status = Failures.status(failure);
    if (status == 429 || Failures.neverSent(failure)) {
      return new Answer.NotSent();
    }
    return status >= 400 && status < 500 && status != 408
        ? new Answer.Rejected(String.valueOf(Failures.code(failure)))
        : new Answer.Unclear();
  }
}
