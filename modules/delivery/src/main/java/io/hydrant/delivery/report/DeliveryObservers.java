package io.hydrant.delivery.report;

import io.hydrant.core.buffer.OutputPlace;
import io.hydrant.core.stream.DeliveryView;
import java.util.List;

/** Passes reports on to several observers. */
record DeliveryObservers(List<DeliveryObserver> observers) implements DeliveryObserver {
  DeliveryObservers {
    observers = List.copyOf(observers);
  }

  @Override
  public void processed(DeliveryView stream, ProcessedBatch batch) {
    observers.forEach(each -> each.processed(stream, batch));
  }

  @Override
  public void processingFailed(DeliveryView stream, FailedBatch batch) {
    observers.forEach(each -> each.processingFailed(stream, batch));
  }

  @Override
  public void beyondPartitionsLimit(DeliveryView stream, long records) {
    observers.forEach(each -> each.beyondPartitionsLimit(stream, records));
  }

  @Override
  public void delivered(DeliveryView stream, DeliveredObject object) {
    observers.forEach(each -> each.delivered(stream, object));
  }

  @Override
  public void deliveryFailed(DeliveryView stream, OutputPlace.Kind place, ReportedFailure failure) {
    observers.forEach(each -> each.deliveryFailed(stream, place, failure));
  }

  @Override
  public void converted(DeliveryView stream, ConvertedBatch batch) {
    observers.forEach(each -> each.converted(stream, batch));
  }

  @Override
  public void keyRefused(DeliveryView stream, String code) {
    observers.forEach(each -> each.keyRefused(stream, code));
  }
}
