package dev.carillon.lead;

/// How a lead came in.
public enum LeadChannel {
  VOICE,
  SMS
}
