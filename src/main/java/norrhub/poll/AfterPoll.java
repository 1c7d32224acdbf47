package norrhub.poll;

/** What is due once a feed's source has answered a poll in full. */
public interface AfterPoll {
  void polled(String feed);
}
