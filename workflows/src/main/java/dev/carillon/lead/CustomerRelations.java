package dev.carillon.lead;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.carillon.phone.PhoneNumber;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The CRM of a business. What is written carries our id in a field of its own, so that everything
/// here may be repeated, also when an answer was lost: the same id is the same record.
///
/// Each method throws [dev.carillon.policy.ProviderFailure]: REJECTED when the CRM refuses what was
/// written (or our credentials), UNAVAILABLE when nothing was done, UNKNOWN when it may have been.
/// The last two are to be repeated.
@ActivityInterface
public interface CustomerRelations {

  /// Creates or updates the lead with this id.
  @ActivityMethod(name = "CustomerRelations_putLead")
  Entry putLead(LeadOrder order);

  /// Creates or updates a contact. One that the CRM already knows by number or address is taken
  /// over instead of made twice; what stands in it stays.
  @ActivityMethod(name = "CustomerRelations_putContact")
  Entry putContact(ContactOrder order);

  /// Creates or updates an opportunity: a lead that booked.
  @ActivityMethod(name = "CustomerRelations_putOpportunity")
  Entry putOpportunity(OpportunityOrder order);

  /// Creates or updates the event of an appointment.
  @ActivityMethod(name = "CustomerRelations_putEvent")
  Entry putEvent(EventOrder order);

  /// Removes an appointment's event; one that is not there is removed already.
  @ActivityMethod(name = "CustomerRelations_removeEvent")
  Entry removeEvent(EventRemoval removal);

  /// The CRM's contacts that have a number, in pages, for an import.
  @ActivityMethod(name = "CustomerRelations_contacts")
  ContactPage contacts(ContactQuery query);

  /// What became of it.
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Entry.Written.class, name = "written"),
    @JsonSubTypes.Type(value = Entry.Removed.class, name = "removed"),
    @JsonSubTypes.Type(value = Entry.Off.class, name = "off")
  })
  sealed interface Entry {

    /// It stands in the CRM.
    ///
    /// @param recordId the CRM's own id
    /// @param fresh whether it was made now; false also when an earlier try made it unnoticed
    record Written(String recordId, boolean fresh) implements Entry {}

    record Removed() implements Entry {}

    /// No CRM is configured: nothing was done and nothing needs to be.
    record Off() implements Entry {}
  }

  /// A lead to be written.
  ///
  /// @param company what the CRM shows as company, or null for a private person
  record LeadOrder(UUID tenantId, @Nullable String company, Lead lead) {}

  /// A contact to be written.
  ///
  /// @param contactId ours
  record ContactOrder(
      UUID tenantId,
      UUID contactId,
      @Nullable String name,
      PhoneNumber number,
      @Nullable String email,
      @Nullable String notes) {

    /// The id only: the rest is personal.
    @Override
    public String toString() {
      return "ContactOrder[" + contactId + "]";
    }
  }

  /// An opportunity to be written.
  ///
  /// @param id ours: that of the lead or the appointment it comes from
  /// @param stage a stage the CRM knows, such as `Prospecting`
  /// @param contactRecordId the CRM's own id of the contact, or null
  record OpportunityOrder(
      UUID tenantId,
      UUID id,
      String name,
      String stage,
      LocalDate closesOn,
      @Nullable BigDecimal amount,
      @Nullable String contactRecordId,
      @Nullable String notes) {

    /// The id only: the rest is personal.
    @Override
    public String toString() {
      return "OpportunityOrder[" + id + "]";
    }
  }

  /// An appointment to be written.
  ///
  /// @param whoRecordId the CRM's own id of the contact or lead it is with, or null
  /// @param aboutRecordId the CRM's own id of the opportunity it is about, or null
  record EventOrder(
      UUID tenantId,
      UUID appointmentId,
      String subject,
      Instant startsAt,
      Duration length,
      @Nullable String place,
      @Nullable String notes,
      @Nullable String whoRecordId,
      @Nullable String aboutRecordId) {

    /// The id only: the rest is personal.
    @Override
    public String toString() {
      return "EventOrder[" + appointmentId + "]";
    }
  }

  record EventRemoval(UUID tenantId, UUID appointmentId) {}

  /// Which page is asked for.
  ///
  /// @param cursor of the page before, or null for the first
  record ContactQuery(UUID tenantId, @Nullable String cursor) {}

  /// One page.
  ///
  /// @param next cursor of the next page, or null at the end
  record ContactPage(List<CrmContact> contacts, @Nullable String next) {

    public ContactPage {
      contacts = List.copyOf(contacts);
    }
  }

  /// A contact as the CRM has it.
  ///
  /// @param number as it is written there: not yet a number of ours
  /// @param attributes other fields that have a value, by the CRM's names
  record CrmContact(
      String recordId,
      @Nullable String name,
      String number,
      @Nullable String email,
      @Nullable String postalCode,
      @Nullable String region,
      Map<String, String> attributes) {

    public CrmContact {
      attributes = Map.copyOf(attributes);
    }

    /// The id only: the rest is personal.
    @Override
    public String toString() {
      return "CrmContact[" + recordId + "]";
    }
  }
}
