import { Navigate } from '@tanstack/react-router';
import { homeOf } from './capabilities/parties/role-places.ts';
import { useMe } from './capabilities/parties/session.ts';

/** `/` leads to what the role acted under sees first. */
export const Home = () => {
  const home = homeOf(useMe().role);
  if (home === 'people') return <Navigate to="/people" replace />;
  if (home === 'role') return <Navigate to="/role" replace />;
  if (home === 'accesses') return <Navigate to="/oversight/accesses" search={{}} replace />;
  return <Navigate to="/exchange/$box" params={{ box: home }} replace />;
};
