import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { type Frame, filling, mainView, moved, type Spot, type View, wholeView, zoomed } from './map-view.ts';

/** Pixels by which an arrow key moves the map. */
const keySteps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-60, 0],
  ArrowRight: [60, 0],
  ArrowUp: [0, -60],
  ArrowDown: [0, 60],
};

/** Until it is known how large the picture is. */
const unmeasured: Frame = { width: 800, height: 400 };

/** What part is shown, all of it where there are `fewer`, and the hands and keys that change it. */
export const useMapView = (spots: readonly Spot[], fewer: number) => {
  const [view, setView] = useState<View>(() => (spots.length < fewer ? wholeView(spots) : mainView(spots)));
  const picture = useRef<SVGSVGElement>(null);
  const { ref: measure, width, height } = useElementSize<HTMLDivElement>();
  const frame = width > 0 && height > 0 ? { width, height } : unmeasured;
  const move = (byX: number, byY: number): void =>
    setView((before) => {
      const { pixel } = filling(before, frame);
      return moved(before, byX * pixel, byY * pixel);
    });
  const held = useRef<{ readonly x: number; readonly y: number } | null>(null);
  useEffect(() => {
    const svg = picture.current;
    // Not by React: only a listener that says so may keep the page from scrolling.
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey && document.activeElement !== svg) return;
      event.preventDefault();
      setView((before) => zoomed(before, event.deltaY > 0 ? 1.2 : 1 / 1.2));
    };
    svg?.addEventListener('wheel', onWheel, { passive: false });
    return () => svg?.removeEventListener('wheel', onWheel);
  }, []);
  const hands = {
    onPointerDown: (event: PointerEvent<SVGSVGElement>) => {
      held.current = { x: event.clientX, y: event.clientY };
    },
    onPointerMove: (event: PointerEvent<SVGSVGElement>) => {
      const from = held.current;
      if (from === null) return;
      held.current = { x: event.clientX, y: event.clientY };
      move(from.x - event.clientX, from.y - event.clientY);
    },
    onPointerUp: () => {
      held.current = null;
    },
    onPointerLeave: () => {
      held.current = null;
    },
    onKeyDown: (event: KeyboardEvent) => {
      const step = keySteps[event.key];
      if (step === undefined && event.key !== '+' && event.key !== '-') return;
      event.preventDefault();
      if (step !== undefined) move(step[0], step[1]);
      else setView((before) => zoomed(before, event.key === '+' ? 1 / 1.4 : 1.4));
    },
  };
  return { view, setView, ...filling(view, frame), picture, measure, hands };
};
