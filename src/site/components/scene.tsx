import { SCENE_SIZE, type Scene, scenePaths } from '../drawings/scenes.ts';

/** A small mosaic of what the words beside it say. */
export function SceneDrawing({ scene }: { scene: Scene }) {
  return (
    <svg className="scene" viewBox={`0 0 ${SCENE_SIZE.width} ${SCENE_SIZE.height}`} aria-hidden="true">
      {[...scenePaths(scene)].map(([stone, path]) => (
        <path key={stone} className={`c${stone}`} d={path} />
      ))}
    </svg>
  );
}
