/**
 * jest's environment of Node, with an ordinary object as its global: jest's own is a proxy, through which each `Math`,
 * `Date`, or `JSON` of the app goes, half of what some suites take. Files are as apart from each other as before.
 */
import vm from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';

const { createContext } = vm;

export default class extends TestEnvironment {
  constructor(config, context) {
    vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY);
    try {
      super(config, context);
    } finally {
      vm.createContext = createContext;
    }
  }
}
