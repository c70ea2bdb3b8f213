"""Presets (`--preset`): named sets of defaults, each with its source."""

from typing import Any

from diayn_jax.config.fields import AUTO

# Settings with which PPO learns ant's skills fastest (benchmarks/results/search_metra_ppo.md).
ROBOTS_BY_PPO: dict[str, Any] = {
    "num_envs": 1024,
    "rollout_length": 16,
    "epochs": 4,
    "objective_epochs": 4,
    "batch_size": 2048,
    "learning_rate": 5e-4,
}

# Each preset overrides some defaults of Config and of the run's objective and agent.
PRESETS: dict[str, dict[str, Any]] = {
    "cpu": {},
    # Thousands of environments, large batches and few updates per step made off-policy learners fast on GPUs
    # in parallel Q-learning (Li et al. 2023, arXiv:2307.12983) and FastTD3 (Seo et al. 2025,
    # arXiv:2505.22642). The numbers are our own; benchmarks/results/accelerator_h100.md has their speed. They
    # suit long runs; `resolve` shortens epochs and warm-up for shorter runs.
    "gpu": {
        "num_envs": 2048,
        "batch_size": 2048,
        "replay_size": 1_000_000,
        "updates_per_iteration": 16,
        "num_env_steps": 20_000_000,
        "epoch_steps": 204_800,
        "warmup_steps": 102_400,
    },
    # Source: Eysenbach et al. 2018, arXiv:1802.06070, appendix, and the settings of the authors' code
    # (github.com/ben-eysenbach/sac, examples/mujoco_all_diayn.py). Every network has two hidden layers of
    # 300. Batches have 128 transitions, Adam's rate is 3e-4, γ is 0.99, the target step is 0.01, replay
    # keeps a million transitions, the entropy weight is 0.1 on an unscaled reward, and there are 50 skills.
    # Episodes have 1000 steps, or fewer if the environment ends them. The discriminator sees the whole
    # observation.
    # The authors had one environment and one update of each network per environment step. This preset has 8
    # environments and 8 updates per iteration: the same ratio, with physics in parallel.
    # A difference remains: twin critics and a tanh-Gaussian policy (today's SAC), where the authors had a
    # value network and a mixture of Gaussians.
    "paper": {
        "num_skills": 50,
        "features": "obs",
        "policy_hidden_sizes": (300, 300),
        "critic_hidden_sizes": (300, 300),
        "discriminator_hidden_sizes": (300, 300),
        "policy_layer_norm": False,
        "critic_layer_norm": False,
        "discriminator_layer_norm": False,
        "discriminator_weight_decay": 0.0,
        "discriminator_noise": 0.0,
        "discriminator_floor": 0.0,
        "normalize": False,
        "batch_size": 128,
        "learning_rate": 3e-4,
        "discriminator_learning_rate": 3e-4,
        "max_grad_norm": 0.0,
        "replay_size": 1_000_000,
        "alpha": 0.1,
        "target_entropy": AUTO,
        "reward_scale": 1.0,
        "add_log_p": True,
        "discount": 0.99,
        "tau": 0.01,
        "episode_length": 1000,
        "terminate_when_unhealthy": AUTO,
        "skill_sampling": "resampled",
        "prior_weighting": False,
        "num_envs": 8,
        "rollout_length": 1,
        "updates_per_iteration": 8,
        "objective_updates": 1,
        "agent_updates": 1,
        "num_env_steps": 10_000_000,
        "epoch_steps": 1_000,
        "warmup_steps": 1_000,
        "anneal": 0.0,
    },
}
