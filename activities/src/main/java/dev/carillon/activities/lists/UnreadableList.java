package dev.carillon.activities.lists;

/// A list that cannot be read as a whole; nothing of it may be kept. The message is for the person
/// who sent it and repeats none of its cells.
public final class UnreadableList extends RuntimeException {
  private final String code;

  public UnreadableList(String code, String message) {
    super(message);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
