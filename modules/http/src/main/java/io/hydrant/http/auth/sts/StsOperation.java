package io.hydrant.http.auth.sts;

import io.hydrant.core.entity.Reply;
import io.hydrant.core.id.Caller;
import java.time.Instant;
import java.util.List;

/** One operation of STS. */
interface StsOperation {
  String name();

  /**
   * @param now on the service's clock
   * @return what the result holds
   */
  Reply<List<XmlElement>> answer(Caller caller, Form form, Instant now);
}
