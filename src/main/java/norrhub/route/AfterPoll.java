package norrhub.route;

/** What is due once a feed's source has answered a poll in full. */
interface AfterPoll {
  void polled(String feed);
}
