package io.hydrant.core.stream;

import java.util.List;

public record UntagDeliveryStream(List<String> tagKeys) {}
